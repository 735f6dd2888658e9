import type { OfferRepresentation } from "@foyer/shared/self-service";
import { createContext, useContext } from "react";

export type Answer = "accept" | "reject";

type Invitations = {
  open: OfferRepresentation[];
  /** Grows with each answer: what depends on the accounts is to be read again. */
  answered: number;
  /** Throws a Problem if the answer is refused. */
  answer: (offer: OfferRepresentation, decision: Answer) => Promise<void>;
};

export const InvitationsContext = createContext<Invitations>({
  open: [],
  answered: 0,
  answer: () => Promise.resolve(),
});

export const useInvitations = () => useContext(InvitationsContext);
