import { isAddPetError, isDeletePetError, isGetPetError, PetStore, Status } from "petshop-sdk";
import { argv } from "node:process";

const petStore = new PetStore({ baseUrl: argv[2], token: "t0ken" });

const added = await petStore.addPet({ name: "Rex", bornAt: "2024-02-29" });
const { pets } = await petStore.listPets({ status: Status.Available });
const found = await petStore.getPet({ id: added.id });
const nothing: void = await petStore.deletePet({ id: added.id });

const told: string[] = [];
await petStore.getPet({ id: "no/such pet" }).catch((error: unknown) => {
  if (!isGetPetError(error)) throw error;
  const status: 404 = error.status;
  told.push(`${status} ${error.body.message} ${error.requestId}`);
});
await petStore.deletePet({ id: added.id }).catch((error: unknown) => {
  if (isDeletePetError(error) && !isAddPetError(error)) told.push(error.body.message);
});
await petStore.getPet({ id: ".." }).catch((error: Error) => told.push(error.message));

// @ts-expect-error: the specification demands a name.
await petStore.addPet({}).catch((error: unknown) => {
  if (isAddPetError(error)) told.push(error.body.message);
});

const names = pets.map(({ name }) => name);
console.log(JSON.stringify({ added, found, names, removed: nothing === undefined, told }));
