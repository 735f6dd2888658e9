import type { AccountEnvironment } from "@keycloak/keycloak-account-ui";
import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { Alert, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router-dom";
import { pathOf } from "../console/paths";
import { useInvitations } from "./InvitationsContext";

/** Says on every other page that somebody waits for an answer. */
export const InvitationsNotice = () => {
  const { t } = useTranslation();
  const { environment } = useEnvironment<AccountEnvironment>();
  const { open } = useInvitations();
  const { pathname } = useLocation();
  const accounts = pathOf(environment, "accounts");
  if (open.length === 0 || pathname === accounts) return null;
  return (
    <PageSection variant="light" className="pf-v5-u-pb-0" data-testid="foyer-notice">
      <Alert
        isInline
        variant="info"
        title={t("foyer.invitationsNotice", { count: open.length })}
        actionLinks={<Link to={accounts}>{t("foyer.invitationsSee")}</Link>}
      />
    </PageSection>
  );
};
