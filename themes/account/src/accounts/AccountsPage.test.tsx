import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { InvitationsProvider } from "../invitations/InvitationsProvider";
import { AccountsPage } from "./AccountsPage";

const addAlert = vi.hoisted(() => vi.fn());
const environment = vi.hoisted(() => ({
  environment: { serverBaseUrl: "https://id.example", realm: "r" },
  keycloak: {
    token: "T",
    idTokenParsed: { email: "bea@example.com", email_verified: true },
    updateToken: () => Promise.resolve(true),
  },
}));
vi.mock("@keycloak/keycloak-ui-shared", async (original) => ({
  ...(await original<object>()),
  useEnvironment: () => environment,
  useAlerts: () => ({ addAlert }),
}));
vi.mock("react-i18next", () => ({
  useTranslation: () => ({ t, i18n: { language: "en" } }),
}));
const t = (key: string, details: object = {}) => [key, ...Object.values(details)].join(" ");

const acme = {
  id: "a",
  number: "C-1",
  name: "Acme",
  kind: "owner",
  permissions: [],
  contactTypes: [],
  selected: true,
};
const offer = {
  id: "i",
  number: "C-2",
  name: "Beta",
  inviter: "Bruno",
  kind: "guest",
  permissions: ["billing"],
  contactTypes: [],
  expiresAt: 0,
};

let server: Record<string, () => Response>;

beforeEach(() => {
  server = {
    "GET accounts?limit=50": () => Response.json([acme]),
    "GET invitations": () => Response.json([offer]),
  };
  vi.stubGlobal("fetch", ({ method, url }: Request) => {
    const path = url.replace(/.*\/customer-accounts\//, "");
    const answer = server[`${method} ${path}`];
    return Promise.resolve(answer ? answer() : new Response("", { status: 404 }));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  addAlert.mockClear();
});

const open = () =>
  render(
    <InvitationsProvider>
      <AccountsPage />
    </InvitationsProvider>,
  );

test("an accepted invitation becomes an account", async () => {
  server["POST invitations/i/accept"] = () => {
    server["GET accounts?limit=50"] = () => Response.json([acme, { ...acme, id: "b", number: "C-2", name: "Beta" }]);
    server["GET invitations"] = () => Response.json([]);
    return Response.json({});
  };
  open();

  await userEvent.click(await screen.findByRole("button", { name: /accept-of Beta/ }));

  expect(await screen.findByTestId("account-C-2")).toBeTruthy();
  expect(screen.queryByTestId("invitation-C-2")).toBeNull();
  expect(addAlert).toHaveBeenCalledWith("foyer.invitation-accept-done Beta");
  expect(document.activeElement?.getAttribute("aria-labelledby")).toBe("foyer-accounts");
});

test("an invitation that was taken back meanwhile is gone, and the reason is told", async () => {
  server["POST invitations/i/reject"] = () => {
    server["GET invitations"] = () => Response.json([]);
    return Response.json({ detail: "Over" }, { status: 409 });
  };
  open();

  await userEvent.click(await screen.findByRole("button", { name: /reject-of Beta/ }));

  await waitFor(() => expect(screen.queryByTestId("invitation-C-2")).toBeNull());
  expect(addAlert).toHaveBeenCalledWith("Over", "danger");
});

test("the last owner is told why they cannot leave", async () => {
  server["DELETE accounts/a/membership"] = () => Response.json({ detail: "Last owner" }, { status: 409 });
  open();

  await userEvent.click(await screen.findByRole("button", { name: "foyer.leaveOf Acme" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "foyer.leave" }));

  expect(await dialog.findByText("Last owner")).toBeTruthy();
  expect(screen.getByTestId("account-C-1")).toBeTruthy();
});

test("who has left does not see the account any more", async () => {
  server["DELETE accounts/a/membership"] = () => new Response(null, { status: 204 });
  open();

  await userEvent.click(await screen.findByRole("button", { name: "foyer.leaveOf Acme" }));
  await userEvent.click(screen.getByRole("button", { name: "foyer.leave" }));

  expect(await screen.findByText("foyer.accountsNone")).toBeTruthy();
  expect(addAlert).toHaveBeenCalledWith("foyer.left Acme");
});

test("more accounts come when they are asked for", async () => {
  server["GET accounts?limit=50"] = () =>
    Response.json([acme], {
      headers: {
        Link: '<https://id.example/realms/r/customer-accounts/accounts?limit=50&cursor=2>; rel="next"',
      },
    });
  server["GET accounts?limit=50&cursor=2"] = () => Response.json([{ ...acme, id: "b", number: "C-2", name: "Beta" }]);
  open();

  await userEvent.click(await screen.findByRole("button", { name: "foyer.accountsMore" }));

  expect(await screen.findByTestId("account-C-2")).toBeTruthy();
  expect(screen.getByTestId("account-C-1")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "foyer.accountsMore" })).toBeNull();
});

test("a search of many accounts shows what it finds", async () => {
  server["GET accounts?limit=50"] = () =>
    Response.json([acme], {
      headers: {
        Link: '<https://id.example/realms/r/customer-accounts/accounts?limit=50&cursor=2>; rel="next"',
      },
    });
  server["GET accounts?limit=50&search=B%26B"] = () =>
    Response.json([{ ...acme, id: "b", number: "C-2", name: "B&B" }]);
  open();

  await userEvent.type(await screen.findByRole("textbox", { name: "foyerAccountsSearch" }), " B&B {enter}");

  expect(await screen.findByTestId("account-C-2")).toBeTruthy();
  expect(screen.queryByTestId("account-C-1")).toBeNull();
  expect(screen.queryByRole("button", { name: "foyer.accountsMore" })).toBeNull();
});
