import { type Place, reason, usePages } from "@foyer/shared";
import { KeycloakSpinner, useEnvironment } from "@keycloak/keycloak-ui-shared";
import {
  Alert,
  Button,
  EmptyState,
  EmptyStateBody,
  EmptyStateHeader,
  SearchInput,
  Title,
} from "@patternfly/react-core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { listAccounts } from "../api/accounts";
import { AccountTable } from "./AccountTable";

type Props = {
  /** Whether somebody has just answered an invitation: the button that they used is gone. */
  hasFocus: boolean;
};

/** The accounts of whoever is signed in, by name; more of them as they are asked for. */
export const AccountList = ({ hasFocus }: Props) => {
  const { t } = useTranslation();
  const context = useEnvironment();
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState("");
  const [large, setLarge] = useState(false);
  const load = useCallback((place: Place) => listAccounts(context, { ...place, search: wanted }), [context, wanted]);
  const { items: accounts, error, more, remove } = usePages(load);
  const section = useRef<HTMLElement>(null);
  // For good: what a search finds may be short.
  if (more && !large) setLarge(true);

  useEffect(() => {
    if (hasFocus) section.current?.focus();
  }, [hasFocus]);

  const search = (text: string) => {
    setTyped(text);
    setWanted(text.trim());
  };

  return (
    <section aria-labelledby="foyer-accounts" tabIndex={-1} ref={section}>
      <Title id="foyer-accounts" headingLevel="h2" size="xl" className="pf-v5-u-mb-md">
        {t("foyerAccountsList")}
      </Title>
      {large && (
        <SearchInput
          className="pf-v5-u-mb-md"
          aria-label={t("foyerAccountsSearch")}
          placeholder={t("foyerAccountsSearch")}
          value={typed}
          onChange={(_, text) => setTyped(text)}
          onSearch={(_, text) => search(text)}
          onClear={() => search("")}
        />
      )}
      {error !== undefined && <Alert isInline variant="danger" title={reason(error, t)} />}
      {!accounts && error === undefined && <KeycloakSpinner />}
      {accounts?.length === 0 && (
        <EmptyState variant="sm">
          <EmptyStateHeader headingLevel="h3" titleText={t(large ? "foyer.accountsNoHit" : "foyer.accountsNone")} />
          {!large && <EmptyStateBody>{t("foyer.accountsNoneText")}</EmptyStateBody>}
        </EmptyState>
      )}
      {accounts && accounts.length > 0 && <AccountTable accounts={accounts} onLeft={({ id }) => remove(id)} />}
      {more && (
        <Button variant="link" data-testid="foyer-more" onClick={more}>
          {t("foyer.accountsMore")}
        </Button>
      )}
    </section>
  );
};
