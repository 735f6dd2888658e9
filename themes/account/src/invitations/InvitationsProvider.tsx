import type { OfferRepresentation } from "@foyer/shared/self-service";
import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { type PropsWithChildren, useCallback, useEffect, useMemo, useState } from "react";
import { acceptInvitation, listInvitations, rejectInvitation } from "../api/invitations";
import { type Answer, InvitationsContext } from "./InvitationsContext";

/** Knows the open invitations of the person who is signed in, on every page of the console. */
export const InvitationsProvider = ({ children }: PropsWithChildren) => {
  const context = useEnvironment();
  const [open, setOpen] = useState<OfferRepresentation[]>([]);
  const [answered, setAnswered] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    listInvitations(context, { signal: abort.signal })
      .then(setOpen)
      // What is known stays. The page of the accounts, which asks at the same time, says what is wrong.
      .catch(() => {});
    return () => abort.abort();
  }, [context, answered]);

  const answer = useCallback(
    async (offer: OfferRepresentation, decision: Answer) => {
      const send = decision === "accept" ? acceptInvitation : rejectInvitation;
      try {
        await send(context, offer.id);
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
