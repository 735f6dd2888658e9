import type { Offer } from "../invitations/offer";

/** An account of the person who is signed in. */
export type Account = Pick<Offer, "id" | "number" | "name" | "kind" | "permissions" | "contactTypes" | "endsAt"> & {
  /** Whether this sign-in is for it. */
  selected: boolean;
};
