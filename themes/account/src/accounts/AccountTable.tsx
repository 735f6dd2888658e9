import type { AccountRepresentation } from "@foyer/shared/self-service";
import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../words";
import { LeaveAccount } from "./LeaveAccount";

type Props = { accounts: AccountRepresentation[]; onLeft: (account: AccountRepresentation) => void };

export const AccountTable = ({ accounts, onLeft }: Props) => {
  const { t } = useTranslation();
  const words = useWords();
  const [leaving, setLeaving] = useState<AccountRepresentation>();
  const [name, number, kind, permissions] = [
    t("foyer.accountName"),
    t("foyer.accountId"),
    t("foyer.kind"),
    t("foyer.permissions"),
  ];
  return (
    <>
      <Table aria-labelledby="foyer-accounts" variant="compact">
        <Thead>
          <Tr>
            <Th>{name}</Th>
            <Th modifier="nowrap">{number}</Th>
            <Th>{kind}</Th>
            <Th>{permissions}</Th>
            <Th screenReaderText={t("foyer.actions")} />
          </Tr>
        </Thead>
        <Tbody>
          {accounts.map((account) => (
            <Tr key={account.id} data-testid={`account-${account.number}`}>
              <Td dataLabel={name} modifier="breakWord">
                {account.name}{" "}
                {account.selected && (
                  <Label isCompact color="blue">
                    {t("foyerAccountsCurrent")}
                  </Label>
                )}
              </Td>
              <Td dataLabel={number} modifier="nowrap">
                {account.number}
              </Td>
              <Td dataLabel={kind}>
                {words.list([t(`foyerInvitationKind-${account.kind}`), ...account.contactTypes])}
                {account.endsAt && <div>{t("foyer.until", { day: words.day(account.endsAt) })}</div>}
              </Td>
              <Td dataLabel={permissions}>
                {account.kind === "owner" ? t("foyer.allPermissions") : words.permissions(account.permissions)}
              </Td>
              <Td isActionCell>
                <Button
                  variant="link"
                  isInline
                  aria-label={t("foyer.leaveOf", { account: account.name })}
                  onClick={() => setLeaving(account)}
                >
                  {t("foyer.leave")}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {leaving && (
        <LeaveAccount account={leaving} onClose={() => setLeaving(undefined)} onLeft={() => onLeft(leaving)} />
      )}
    </>
  );
};
