import { env } from "node:process";
import { isGetPetError, PetStore, Status } from "petshop-sdk";

const petStore = new PetStore({ baseUrl: env["PETS_URL"], token: env["PETS_TOKEN"] ?? "" });

const { id } = await petStore.addPet({ name: "Rex", bornAt: "2024-02-29" });
const { pets } = await petStore.listPets({ status: Status.Available });
console.log(pets.map(({ name }) => name));

await petStore.deletePet({ id });
try {
  await petStore.getPet({ id });
} catch (error) {
  if (!isGetPetError(error)) throw error;
  console.log(error.status, error.body.message);
}
