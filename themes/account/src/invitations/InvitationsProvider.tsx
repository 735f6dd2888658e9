import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { type PropsWithChildren, useCallback, useEffect, useMemo, useState } from "react";
import { ask } from "../api";
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
      .then(setOpen)
      // What is known stays. The page of the accounts, which asks at the same time, says what is wrong.
      .catch(() => {});
    return () => abort.abort();
  }, [context, answered]);

  const answer = useCallback(
    async (offer: Offer, decision: Answer) => {
      const id = encodeURIComponent(offer.id);
      try {
        await ask(context, `invitations/${id}/${decision}`, { method: "POST" });
        setOpen((offers) => offers.filter((other) => other !== offer));
      } finally {
        // Also what was refused: it may be over.
        setAnswered((count) => count + 1);
      }
    },
    [context],
  );

  const value = useMemo(() => ({ open, answered, answer }), [open, answered, answer]);
  return <InvitationsContext.Provider value={value}>{children}</InvitationsContext.Provider>;
};
