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
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, next, reason } from "../api";
import type { Account } from "./account";
import { AccountTable } from "./AccountTable";

const FIRST_PAGE = "accounts?limit=50";

type Props = {
  /** Whether somebody has just answered an invitation: the button that they used is gone. */
  hasFocus: boolean;
};

/** The accounts of whoever is signed in, by name; more of them as they are asked for. */
export const AccountList = ({ hasFocus }: Props) => {
  const { t } = useTranslation();
  const context = useEnvironment();
  const [accounts, setAccounts] = useState<Account[]>();
  const [problem, setProblem] = useState<string>();
  const [more, setMore] = useState<string>();
  const [typed, setTyped] = useState("");
  const [page, setPage] = useState(FIRST_PAGE);
  const [large, setLarge] = useState(false);
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    if (hasFocus) section.current?.focus();
  }, [hasFocus]);

  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const response = await ask(context, page, { signal: abort.signal });
      const loaded = (await response.json()) as Account[];
      const further = next(response);
      setAccounts((shown) => (page.includes("cursor=") ? [...(shown ?? []), ...loaded] : loaded));
      setProblem(undefined);
      setMore(further);
      setLarge((before) => before || further !== undefined);
    };
    load().catch((error: unknown) => {
      if (!abort.signal.aborted) setProblem(reason(error, t));
    });
    return () => abort.abort();
  }, [context, page, t]);

  const search = (text: string) => {
    setTyped(text);
    const wanted = text.trim();
    setPage(FIRST_PAGE + (wanted && `&search=${encodeURIComponent(wanted)}`));
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
      {problem && <Alert isInline variant="danger" title={problem} />}
      {!accounts && !problem && <KeycloakSpinner />}
      {accounts?.length === 0 && (
        <EmptyState variant="sm">
          <EmptyStateHeader headingLevel="h3" titleText={t(large ? "foyer.accountsNoHit" : "foyer.accountsNone")} />
          {!large && <EmptyStateBody>{t("foyer.accountsNoneText")}</EmptyStateBody>}
        </EmptyState>
      )}
      {accounts && accounts.length > 0 && (
        <AccountTable accounts={accounts} onLeft={(left) => setAccounts(accounts.filter(({ id }) => id !== left.id))} />
      )}
      {more && (
        <Button variant="link" data-testid="foyer-more" onClick={() => setPage(more)}>
          {t("foyer.accountsMore")}
        </Button>
      )}
    </section>
  );
};
