import { reason } from "@foyer/shared";
import type { AccountRepresentation } from "@foyer/shared/self-service";
import { useAlerts, useEnvironment } from "@keycloak/keycloak-ui-shared";
import { Alert, Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { leaveAccount } from "../api/accounts";

type Props = { account: AccountRepresentation; onClose: () => void; onLeft: () => void };

/** Asks whether to leave an account, and does. */
export const LeaveAccount = ({ account, onClose, onLeft }: Props) => {
  const { t } = useTranslation();
  const context = useEnvironment();
  const { addAlert } = useAlerts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const leave = async () => {
    setBusy(true);
    try {
      await leaveAccount(context, account.id);
      addAlert(t("foyer.left", { account: account.name }));
      onLeft();
      onClose();
    } catch (error) {
      setBusy(false);
      setProblem(reason(error, t));
    }
  };

  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      titleIconVariant="warning"
      title={t("foyer.leaveTitle")}
      onClose={onClose}
      actions={[
        <Button key="leave" variant="danger" isLoading={busy} isDisabled={busy} onClick={() => void leave()}>
          {t("foyer.leave")}
        </Button>,
        <Button key="stay" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      {t("foyer.leaveText", { account: account.name, number: account.number })}
      {problem && <Alert isInline variant="danger" className="pf-v5-u-mt-md" title={problem} />}
    </Modal>
  );
};
