import { reason } from "@foyer/shared";
import type { OfferRepresentation } from "@foyer/shared/self-service";
import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  AlertVariant,
  Button,
  Card,
  CardBody,
  CardFooter,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Text,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../words";
import { type Answer, useInvitations } from "./InvitationsContext";

/** Who invites to which account, and what is granted there. */
export const InvitationCard = ({ offer }: { offer: OfferRepresentation }) => {
  const { t } = useTranslation();
  const words = useWords();
  const { answer } = useInvitations();
  const { addAlert } = useAlerts();
  const [busy, setBusy] = useState<Answer>();

  const decide = async (decision: Answer) => {
    setBusy(decision);
    try {
      await answer(offer, decision);
      addAlert(t(`foyer.invitation-${decision}-done`, { account: offer.name }));
    } catch (error) {
      setBusy(undefined);
      addAlert(reason(error, t), AlertVariant.danger);
    }
  };

  const facts: [string, string | undefined][] = [
    ["foyerInvitationKind", t(`foyerInvitationKind-${offer.kind}`)],
    ["foyerInvitationPermissions", words.permissions(offer.permissions)],
    ["foyerInvitationContactTypes", words.list(offer.contactTypes)],
    ["foyerInvitationEnd", offer.endsAt && words.day(offer.endsAt)],
    ["foyerInvitationExpiry", words.day(offer.expiresAt)],
  ].filter((fact): fact is [string, string] => !!fact[1]);

  return (
    <Card isFlat data-testid={`invitation-${offer.number}`}>
      <CardTitle component="h3">
        {offer.name}
        <Text component="small" className="pf-v5-u-display-block">
          {t("foyer.accountIdOf", { number: offer.number })}
        </Text>
      </CardTitle>
      <CardBody>
        <Text className="pf-v5-u-mb-md">{t("foyer.invitationIntro", { inviter: offer.inviter })}</Text>
        <DescriptionList isCompact isHorizontal>
          {facts.map(([key, value]) => (
            <DescriptionListGroup key={key}>
              <DescriptionListTerm>{t(key)}</DescriptionListTerm>
              <DescriptionListDescription>{value}</DescriptionListDescription>
            </DescriptionListGroup>
          ))}
        </DescriptionList>
        {offer.message && (
          <Text
            component="blockquote"
            className="pf-v5-u-mt-md"
            style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}
          >
            {offer.message}
          </Text>
        )}
      </CardBody>
      <CardFooter>
        {(["accept", "reject"] as const).map((decision) => (
          <Button
            key={decision}
            variant={decision === "accept" ? "primary" : "secondary"}
            className="pf-v5-u-mr-md"
            aria-label={t(`foyer.invitation-${decision}-of`, {
              account: offer.name,
            })}
            isLoading={busy === decision}
            isDisabled={busy !== undefined}
            onClick={() => void decide(decision)}
          >
            {t(decision === "accept" ? "foyerInvitationAccept" : "foyerInvitationReject")}
          </Button>
        ))}
      </CardFooter>
    </Card>
  );
};
