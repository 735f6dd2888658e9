import { createContext, useContext } from "react";
import type { Answer, Offer } from "./offer";

type Invitations = {
  open: Offer[];
  /** Grows with each answer: what depends on the accounts is to be read again. */
  answered: number;
  /** Throws a Problem if the answer is refused. */
  answer: (offer: Offer, decision: Answer) => Promise<void>;
};

export const InvitationsContext = createContext<Invitations>({
  open: [],
  answered: 0,
  answer: () => Promise.resolve(),
});

export const useInvitations = () => useContext(InvitationsContext);
