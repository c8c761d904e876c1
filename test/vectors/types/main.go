// Prints what Go's encoding/json makes of JSON for the types of types.md: one vector a line.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

type vector struct {
	ID     string `json:"id"`
	Case   string `json:"case"`
	Type   string `json:"type"`
	Input  string `json:"input"`
	OK     bool   `json:"ok"`
	Output string `json:"output,omitempty"`
	Error  string `json:"error,omitempty"`
}

// Every field is given these.
var wrong = []string{`null`, `true`, `1`, `-1`, `1.5`, `"x"`, `""`, `[]`, `{}`, `[null]`, `{"a":null}`}

var times = []string{
	`"2024-02-29T23:59:59Z"`, `"2023-02-29T00:00:00Z"`, `"2024-01-01T00:00:00+08:00"`, `"2024-01-01T00:00:00-23:59"`,
	`"2024-01-01T00:00:00.1Z"`, `"2024-01-01T00:00:00.123456789Z"`, `"2024-01-01T00:00:00.100Z"`,
	`"2024-01-01T00:00:00.1234567891Z"`, `"0001-01-01T00:00:00Z"`, `"9999-12-31T23:59:59Z"`, `"10000-01-01T00:00:00Z"`,
	`"2024-1-01T00:00:00Z"`, `"2024-13-01T00:00:00Z"`, `"2024-00-01T00:00:00Z"`, `"2024-01-32T00:00:00Z"`,
	`"2024-04-31T00:00:00Z"`, `"2024-01-01 00:00:00Z"`, `"2024-01-01T24:00:00Z"`, `"2024-01-01T00:60:00Z"`,
	`"2024-01-01T00:00:60Z"`, `"2024-01-01T00:00:00"`, `"2024-01-01T00:00:00z"`, `"2024-01-01t00:00:00Z"`,
	`"2024-01-01T00:00:00+0800"`, `"2024-01-01T00:00:00+08"`, `"2024-01-01T00:00Z"`, `"2024-01-01"`, `1704067200`,
	`"1900-02-29T00:00:00Z"`, `"2000-02-29T00:00:00Z"`, `"0000-01-01T00:00:00Z"`, `" 2024-01-01T00:00:00Z"`,
	`"2024-01-01T00:00:00.Z"`, `"2024-01-01T00:00:00Z "`, `"２024-01-01T00:00:00Z"`,
}

var bytes = []string{
	`"AAEC"`, `"AA=="`, `"AAE="`, `"AA"`, `"AA="`, `"A==="`, `"===="`, `"AA==AAEC"`, `"-_8="`, `"+/8="`, `"AAEC\n"`,
	`"AA\r\nEC"`, `"AA EC"`, `"\u0041AEC"`, `"AAEC="`, `"中文"`, `[0,1,2]`, `"AB=="`,
}

var integers = []string{
	`0`, `-0`, `127`, `128`, `-128`, `-129`, `255`, `256`, `32767`, `32768`, `-32768`, `-32769`, `65535`, `65536`,
	`2147483647`, `2147483648`, `-2147483648`, `-2147483649`, `4294967295`, `4294967296`, `1.0`, `1e2`, `0.5`, `"1"`,
}

var long = []string{
	`0`, `-0`, `9007199254740991`, `9007199254740992`, `9007199254740993`, `-9007199254740991`, `-9007199254740993`,
	`9223372036854775807`, `9223372036854775808`, `-9223372036854775808`, `-9223372036854775809`,
	`18446744073709551615`, `18446744073709551616`, `99999999999999999999999999`, `1e18`, `1E3`, `9007199254740993.0`, `1.5`,
	`"9007199254740993"`, `1234567890123456`,
}

// Of the scalar in a string; each is a JSON string of the text.
var quoted = []string{
	`1`, `-1`, `0`, `-0`, `256`, `1.5`, `1e2`, `true`, `false`, `null`, `""`, `"x"`, ` 1`, `1 `, ``, `x`, `01`, `+1`,
	`9007199254740991`, `9007199254740993`, `-9223372036854775808`, `18446744073709551615`, `18446744073709551616`, `"\u4e2d"`, `[]`, `{}`, `'x'`, `1e400`,
	`"<b>&amp;\u2028"`,
}

var keys = []string{
	`1`, `-1`, `0`, `-0`, `+1`, `01`, `127`, `128`, `255`, `256`, `x`, ``, `1.0`, `1e2`, ` 1`, `9007199254740993`, `-9223372036854775808`,
	`18446744073709551615`, `18446744073709551616`, `0x1`, `1_000`, `１`, `__proto__`,
}

var floats = []string{`0`, `-0`, `0.1`, `1e38`, `3.5e38`, `-3.5e38`, `1e308`, `1e309`, `1e-50`, `5e-324`, `9007199254740993`, `"1"`}

var anything = []string{
	`"中文"`, `1.50`, `1e400`, `{"a":[1,{"b":null}]}`, `[1,"x",true]`, `{"__proto__":{"x":1}}`, `{"constructor":1}`, ` {"a" : 1} `,
}

var inner = []string{
	`{"id":1}`, `{"id":1,"next":{"id":2}}`, `{"id":"1"}`, `{"id":1,"next":{"id":2,"next":{"id":"x"}}}`, `{"next":{}}`, `{"id":1.5}`,
}

func list(elements ...[]string) []string {
	var lists []string
	for _, some := range elements {
		for _, element := range some {
			lists = append(lists, "["+element+"]")
		}
	}
	return lists
}

func members(values ...[]string) []string {
	var maps []string
	for _, some := range values {
		for _, value := range some {
			maps = append(maps, `{"k":`+value+`}`)
		}
	}
	return maps
}

func keyed(value string) []string {
	var maps []string
	for _, key := range keys {
		name, _ := json.Marshal(key)
		maps = append(maps, `{`+string(name)+`:`+value+`}`)
	}
	return append(maps, `{"1":`+value+`,"2":`+value+`}`)
}

func inStrings() []string {
	var texts []string
	for _, text := range quoted {
		literal, _ := json.Marshal(text)
		texts = append(texts, string(literal))
	}
	return append(texts, `2`, `false`)
}

// The texts for every field beside those that are wrong for most.
var inputs = []struct {
	fields string
	texts  []string
}{
	{"time time_ptr", times},
	{"times", list(times[:8])},
	{"time_map", members(times[:8])},
	{"bytes bytes_omit", bytes},
	{"bytes_list", list(bytes, []string{`null`, `1`})},
	{"map", append(members(integers[:4], []string{`"1"`, `null`}), keyed(`1`)...)},
	{"map_omit", members([]string{`"v"`, `""`, `null`, `1`})},
	{"map_int map_int8 map_uint map_uint8 map_int64 map_uint64", keyed(`"v"`)},
	{"map_inner map_ptr", members(inner, []string{`null`})},
	{"map_list", members([]string{`[1,2]`, `[null]`, `null`, `["1"]`})},
	{"map_map", members([]string{`{"1":"a"}`, `{"x":"a"}`, `null`})},
	{"int_ptr int_ptr_omit", integers},
	{"string_ptr", []string{`"中文"`}},
	{"inner_ptr inner_ptr_omit", inner},
	{"inner_ptrs", list(inner, []string{`null`, `{},null`})},
	{"list_ptr", []string{`["a"]`, `[1]`}},
	{"raw raw_omit any any_omit", anything},
	{"any_list", list(anything, []string{`null`})},
	{"quoted_int quoted_uint8 quoted_int64 quoted_uint64 quoted_float quoted_bool quoted_string quoted_ptr quoted_ptr_omit", inStrings()},
	{"int8 int16 int32 rune uint8 byte uint16 uint32", integers},
	{"float32 float64", floats},
	{"int64 int64_omit int64_ptr uint64", long},
	{"int64s uint64s", list(long, []string{`1,2`, `9007199254740993,null,"9007199254740993"`, `9007199254740993, 9007199254740995`})},
	{"int64_map", members(long)},
	{"int64_pair", []string{`[9007199254740993]`, `[9007199254740993,9007199254740995,9007199254740997]`}},
	{"pair", []string{`[1]`, `[1,2]`, `[1,2,3]`, `["x"]`, `[1,2,"x"]`}},
	{"pairs", []string{`[["a"]]`, `[["a","b"],["c"],1]`, `[null,["a"]]`}},
	{"bools", []string{`[true]`, `[true,1]`}},
}

// Texts of several members, by their names.
var whole = [][2]string{
	{"nothing", `{}`},
	{"ignored dash", `{"-":"x"}`},
	{"ignored name", `{"Ignored":"x","ignored":"y"}`},
	{"long beside texts", `{"int64":9007199254740993,"any":{"9007199254740993":"9007199254740993"},"string_ptr":"a: 9007199254740993, [9007199254740993"}`},
	{"long beside quotes", `{"int64":-9223372036854775808,"quoted_int64":"9223372036854775807","string_ptr":"\"9007199254740993\\","float64":9007199254740993}`},
	{"long beside decimals", `{"float64":1e3,"int64s":[1,9007199254740993,3],"float32":0.5,"uint64":18446744073709551615}`},
	{"long beside letters", `{"string_ptr":"i9007199254740993","int64":9007199254740993}`},
	{"long beside escapes", `{"string_ptr":"\u0069","int64":9007199254740993,"map_omit":{"i1":"s1"}}`},
	{"long with a zero", `{"int64":09007199254740993}`},
	{"long and no end", `{"int64":9007199254740993`},
	{"long and a letter", `{"int64":9007199254740993x}`},
	{"long in an open string", `{"string_ptr":"9007199254740993`},
	{"long twice", `{"int64":9007199254740993 1}`},
}

// What Go encodes, without the members that are as in the zero value.
func changed(value Types) string {
	members, zeros := membersOf(value), membersOf(Types{})
	for name, zero := range zeros {
		if string(members[name]) == string(zero) {
			delete(members, name)
		}
	}
	output, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return string(output)
}

func membersOf(value Types) map[string]json.RawMessage {
	output, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(output, &members); err != nil {
		panic(err)
	}
	return members
}

func main() {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	count := 0
	print := func(name, input string) {
		count++
		one := vector{ID: fmt.Sprintf("types-%04d", count), Case: name, Type: "Types", Input: input}
		var value Types
		if err := json.Unmarshal([]byte(input), &value); err != nil {
			one.Error = err.Error()
		} else {
			one.OK, one.Output = true, changed(value)
		}
		if err := encoder.Encode(one); err != nil {
			panic(err)
		}
	}
	for _, one := range inputs {
		for _, field := range strings.Fields(one.fields) {
			for _, text := range append(append([]string{}, wrong...), one.texts...) {
				print(field+":"+text, `{"`+field+`":`+text+`}`)
			}
		}
	}
	for _, one := range whole {
		print(one[0], one[1])
	}
}
