import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** Invitations are shown to nobody who has not proved that the address is theirs. */
export const UnverifiedAddress = () => {
  const { t } = useTranslation();
  const { keycloak } = useEnvironment();
  const { email, email_verified: verified } = keycloak.idTokenParsed ?? {};
  if (!email || verified) return null;
  return (
    <Alert
      isInline
      variant="info"
      className="pf-v5-u-mb-lg"
      title={t("foyer.unverified", { address: email as string })}
      actionLinks={
        <AlertActionLink onClick={() => void keycloak.login({ action: "VERIFY_EMAIL" })}>
          {t("foyer.verify")}
        </AlertActionLink>
      }
    />
  );
};
