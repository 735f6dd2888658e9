import { Page, Spinner } from "@patternfly/react-core";
import { Suspense } from "react";
import { Outlet } from "react-router-dom";
import { InvitationsNotice } from "../invitations/InvitationsNotice";
import { InvitationsProvider } from "../invitations/InvitationsProvider";
import { Header } from "./Header";
import { Menu } from "./Menu";

/** The account console around whichever page is open. */
export const Console = () => (
  <InvitationsProvider>
    <Page header={<Header />} sidebar={<Menu />} isManagedSidebar>
      <InvitationsNotice />
      <Suspense fallback={<Spinner />}>
        <Outlet />
      </Suspense>
    </Page>
  </InvitationsProvider>
);
