/** The table of OpenCC: pairs of a traditional character and a simplified one, divided by bars. */
declare module "opencc-js/dict/TSCharacters" {
  const characters: string;
  export default characters;
}
