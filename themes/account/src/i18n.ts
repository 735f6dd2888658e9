import { createInstance } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

type Message = { key: string; value: string };

/** The messages of the realm's account theme, in the language of the page. */
export const i18n = createInstance({
  lng: environment.locale,
  fallbackLng: "en",
  // A key is a key: the dots in it have no meaning.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  backend: {
    loadPath: `${environment.serverBaseUrl}/resources/${environment.realm}/account/{{lng}}`,
    parse: (data: string) => Object.fromEntries((JSON.parse(data) as Message[]).map(({ key, value }) => [key, value])),
  },
});
i18n.use(FetchBackend).use(initReactI18next);
