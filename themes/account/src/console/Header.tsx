import type { AccountEnvironment } from "@keycloak/keycloak-account-ui";
import { KeycloakMasthead, label, useEnvironment } from "@keycloak/keycloak-ui-shared";
import { useTranslation } from "react-i18next";
import { pathOf } from "./paths";

/** The logo, the way back to the application that somebody came from, and who is signed in. */
export const Header = () => {
  const { t } = useTranslation();
  const { environment, keycloak } = useEnvironment<AccountEnvironment>();
  const { logo, logoUrl, resourceUrl } = environment;
  return (
    <KeycloakMasthead
      keycloak={keycloak}
      features={{ hasManageAccount: false }}
      brand={{
        href: logoUrl || pathOf(environment, ""),
        src: `${resourceUrl}/${logo || "logo.svg"}`,
        alt: t("logo"),
        style: { height: "35px" },
      }}
      // Without an item the user would stand beside the logo.
      toolbarItems={[<WayBack key="back" />]}
    />
  );
};

const WayBack = () => {
  const { t } = useTranslation();
  const { environment } = useEnvironment<AccountEnvironment>();
  const { referrerName, referrerUrl } = environment;
  if (!referrerUrl) return null;
  return <a href={referrerUrl.replace("_hash_", "#")}>{t("backTo", { app: label(t, referrerName, referrerUrl) })}</a>;
};
