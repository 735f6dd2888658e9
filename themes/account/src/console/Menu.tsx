import type { AccountEnvironment, Feature } from "@keycloak/keycloak-account-ui";
import { usePromise } from "@keycloak/keycloak-account-ui";
import { useEnvironment } from "@keycloak/keycloak-ui-shared";
import { Badge, Nav, NavExpandable, NavItem, NavList, PageSidebar, PageSidebarBody } from "@patternfly/react-core";
import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { matchPath, useLocation, useNavigate } from "react-router-dom";
import { useInvitations } from "../invitations/InvitationsContext";
import { pathOf } from "./paths";

type Item = { label: string; isVisible?: keyof Feature } & ({ path: string } | { children: Item[] });

/** The pages that the theme lists in content.json, as in Keycloak: a theme may leave some out. */
export const Menu = () => {
  const { environment } = useEnvironment<AccountEnvironment>();
  const [items, setItems] = useState<Item[]>([]);
  usePromise(async (signal) => {
    const content = `${environment.resourceUrl}/content.json`;
    return (await (await fetch(content, { signal })).json()) as Item[];
  }, setItems);
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav>
          <NavList>
            <Entries items={items} />
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};

const Entries = ({ items }: { items: Item[] }) => {
  const { t } = useTranslation();
  const { environment } = useEnvironment<AccountEnvironment>();
  const { pathname } = useLocation();
  const isOpen = (item: Item): boolean =>
    "path" in item ? matchPath(pathOf(environment, item.path), pathname) !== null : item.children.some(isOpen);
  return items
    .filter(({ isVisible }) => !isVisible || environment.features[isVisible])
    .map((item) =>
      "path" in item ? (
        <Entry key={item.label} path={item.path} isActive={isOpen(item)}>
          {t(item.label)}
        </Entry>
      ) : (
        <NavExpandable key={item.label} title={t(item.label)} isActive={isOpen(item)} isExpanded={isOpen(item)}>
          <Entries items={item.children} />
        </NavExpandable>
      ),
    );
};

type EntryProps = { path: string; isActive: boolean; children: string };

const Entry = ({ path, isActive, children }: EntryProps) => {
  const { t } = useTranslation();
  const { environment } = useEnvironment<AccountEnvironment>();
  const { open } = useInvitations();
  const navigate = useNavigate();
  const address = pathOf(environment, path) + location.search;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate(address);
  };
  return (
    <NavItem to={address} isActive={isActive} onClick={(event) => follow(event as unknown as MouseEvent)}>
      {children}
      {path === "accounts" && open.length > 0 && (
        <Badge className="pf-v5-u-ml-sm" screenReaderText={t("foyer.invitations")}>
          {open.length}
        </Badge>
      )}
    </NavItem>
  );
};
