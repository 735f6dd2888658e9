import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { type PropsWithChildren, useCallback, useEffect, useMemo, useState } from "react";
import { ask, Problem } from "../api";
import { InvitationsContext } from "./InvitationsContext";
import type { Answer, Offer } from "./offer";

/** Knows the open invitations of the person who is signed in, on every page of the console. */
export const InvitationsProvider = ({ children }: PropsWithChildren) => {
  const context = useEnvironment();
  const [open, setOpen] = useState<Offer[]>([]);
  const [answered, setAnswered] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    ask(context, "invitations", { signal: abort.signal })
      .then((response) => response.json() as Promise<Offer[]>)
      // Whoever may not see invitations has none. The page of the accounts says what is wrong.
      .catch(() => [])
      .then((offers) => abort.signal.aborted || setOpen(offers));
    return () => abort.abort();
  }, [context, answered]);

  const answer = useCallback(
    async (offer: Offer, decision: Answer) => {
      try {
        const id = encodeURIComponent(offer.id);
        await ask(context, `invitations/${id}/${decision}`, { method: "POST" });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        // What was refused may be over: look again, and say why.
        setAnswered((count) => count + 1);
        throw error;
      }
      setOpen((offers) => offers.filter(({ id }) => id !== offer.id));
      setAnswered((count) => count + 1);
    },
    [context],
  );

  const value = useMemo(() => ({ open, answered, answer }), [open, answered, answer]);
  return <InvitationsContext.Provider value={value}>{children}</InvitationsContext.Provider>;
};
