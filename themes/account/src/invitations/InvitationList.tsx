import { Stack, StackItem, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { InvitationCard } from "./InvitationCard";
import { useInvitations } from "./InvitationsContext";

/** The open invitations, each to be accepted or rejected. */
export const InvitationList = () => {
  const { t } = useTranslation();
  const { open } = useInvitations();
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="foyer-invitations">
      <Title id="foyer-invitations" headingLevel="h2" size="xl" className="pf-v5-u-mb-md">
        {t("foyer.invitations")}
      </Title>
      <Stack hasGutter>
        {open.map((offer) => (
          <StackItem key={offer.id}>
            <InvitationCard offer={offer} />
          </StackItem>
        ))}
      </Stack>
    </section>
  );
};
