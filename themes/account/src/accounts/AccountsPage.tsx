import { Page } from "@keycloak/keycloak-account-ui";
import { Stack, StackItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { InvitationList } from "../invitations/InvitationList";
import { useInvitations } from "../invitations/InvitationsContext";
import { AccountList } from "./AccountList";
import { UnverifiedAddress } from "./UnverifiedAddress";

/** The accounts that a person can use, and those to which they are invited. */
export const AccountsPage = () => {
  const { t } = useTranslation();
  const { answered } = useInvitations();
  return (
    <Page title={t("foyer.accounts")} description={t("foyer.accountsIntro")}>
      <Stack hasGutter>
        <StackItem>
          <UnverifiedAddress />
          <InvitationList />
        </StackItem>
        <StackItem>
          <AccountList key={answered} hasFocus={answered > 0} />
        </StackItem>
      </Stack>
    </Page>
  );
};
