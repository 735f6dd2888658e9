import { Header, PageNav } from "@keycloak/keycloak-account-ui";
import { Page, Spinner } from "@patternfly/react-core";
import { Suspense } from "react";
import { Outlet } from "react-router-dom";
import { InvitationsNotice } from "./invitations/InvitationsNotice";
import { InvitationsProvider } from "./invitations/InvitationsProvider";

/** Keycloak's account console around whichever page is open. */
export const Console = () => (
  <InvitationsProvider>
    <Page header={<Header />} sidebar={<PageNav />} isManagedSidebar>
      <InvitationsNotice />
      <Suspense fallback={<Spinner />}>
        <Outlet />
      </Suspense>
    </Page>
  </InvitationsProvider>
);
