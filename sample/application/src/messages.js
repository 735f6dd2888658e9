const en = {
  appName: "Print & Pixels",
  appKind: "Sample application",
  welcomeTitle: "One sign-in, many customer accounts",
  welcomeText:
    "This application signs you in through Keycloak. After the password you choose the customer account you act for, " +
    "and the choice travels in the tokens. The next page shows them.",
  signIn: "Sign in",
  signInSilently: "Try without being asked",
  signInSilentlyHint: "Sends prompt=none: works only where a sign-in and a choice are already there.",
  accountMenu: "Account menu",
  noAccount: "No account",
  useAnotherAccount: "Use another account",
  secondTab: "Open a second tab with another account",
  signOut: "Sign out",
  refreshTokens: "Refresh tokens",
  signedInAs: "Signed in as {name}",
  actingFor: "Acting for {account}",
  actingForNobody: "Acting for no customer account",
  tokensReceived: "Tokens received at {received}, access token valid until {expires}.",
  accessToken: "Access token",
  idToken: "ID token",
  userinfo: "User information",
  userinfoRefused: "Keycloak refused the request for user information",
  membership_owner: "Owner",
  membership_contact: "Contact",
  membership_guest: "Guest",
  type_company: "Company",
  type_individual: "Private person",
  staff: "Staff",
  agency: "Agency",
  back: "Back",
  accessDeniedTitle: "Sign-in was cancelled",
  accessDeniedText: "You, or a rule in Keycloak, stopped the sign-in. Nothing was changed.",
  selectionRequiredTitle: "Choose an account first",
  selectionRequiredText:
    "You have more than one account, and without asking it is not clear which one you want to use.",
  signInRequiredTitle: "You are not signed in",
  signInRequiredText: "Without asking, Keycloak cannot tell who you are. Sign in to go on.",
  signInFailedTitle: "Sign-in did not work",
  signInFailedText: "Keycloak refused to finish the sign-in. Please start again.",
  signInForgottenTitle: "This sign-in is over",
  signInForgottenText: "The address was used before, belongs to another browser, or is too old. Please start again.",
  signInEndedTitle: "Your sign-in has ended",
  signInEndedText:
    "The tokens could not be refreshed: you signed out elsewhere, the session is too old, or the account is no longer " +
    "open to you.",
  unavailableTitle: "Keycloak does not answer",
  unavailableText: "The sign-in service cannot be reached at the moment. Please try again in a minute.",
  unexpectedTitle: "Something went wrong",
  unexpectedText: "The application made a mistake. Its log says more.",
  notFoundTitle: "Page not found",
  notFoundText: "There is nothing at this address.",
};

/** @type {Record<keyof typeof en, string>} */
const it = {
  appName: "Print & Pixels",
  appKind: "Applicazione di esempio",
  welcomeTitle: "Un solo accesso, tanti account cliente",
  welcomeText:
    "Questa applicazione fa l'accesso con Keycloak. Dopo la password si sceglie l'account cliente per cui agire, e la " +
    "scelta viaggia nei token. La pagina seguente li mostra.",
  signIn: "Accedi",
  signInSilently: "Prova senza domande",
  signInSilentlyHint: "Invia prompt=none: funziona solo se l'accesso e la scelta ci sono già.",
  accountMenu: "Menu account",
  noAccount: "Nessun account",
  useAnotherAccount: "Usa un altro account",
  secondTab: "Apri una seconda scheda con un altro account",
  signOut: "Esci",
  refreshTokens: "Rinnova i token",
  signedInAs: "Accesso come {name}",
  actingFor: "Per conto di {account}",
  actingForNobody: "Per conto di nessun account cliente",
  tokensReceived: "Token ricevuti alle {received}, token di accesso valido fino alle {expires}.",
  accessToken: "Token di accesso",
  idToken: "Token ID",
  userinfo: "Informazioni utente",
  userinfoRefused: "Keycloak ha rifiutato la richiesta di informazioni utente",
  membership_owner: "Titolare",
  membership_contact: "Contatto",
  membership_guest: "Ospite",
  type_company: "Azienda",
  type_individual: "Privato",
  staff: "Personale interno",
  agency: "Agenzia",
  back: "Indietro",
  accessDeniedTitle: "Accesso annullato",
  accessDeniedText: "L'accesso è stato interrotto, da te o da una regola di Keycloak. Nulla è cambiato.",
  selectionRequiredTitle: "Prima scegli un account",
  selectionRequiredText: "Hai più di un account e, senza chiedere, non è chiaro quale vuoi usare.",
  signInRequiredTitle: "Accesso non effettuato",
  signInRequiredText: "Senza chiedere, Keycloak non può sapere chi sei. Accedi per continuare.",
  signInFailedTitle: "L'accesso non è riuscito",
  signInFailedText: "Keycloak ha rifiutato di completare l'accesso. Ricomincia da capo.",
  signInForgottenTitle: "Questo accesso non è più valido",
  signInForgottenText: "L'indirizzo è già stato usato, appartiene a un altro browser o è scaduto. Ricomincia da capo.",
  signInEndedTitle: "L'accesso è terminato",
  signInEndedText:
    "I token non si possono rinnovare: sei uscito altrove, la sessione è scaduta o l'account non ti è più aperto.",
  unavailableTitle: "Keycloak non risponde",
  unavailableText: "Il servizio di accesso non è raggiungibile in questo momento. Riprova tra un minuto.",
  unexpectedTitle: "Qualcosa è andato storto",
  unexpectedText: "L'applicazione ha fatto un errore. Il suo registro dice di più.",
  notFoundTitle: "Pagina non trovata",
  notFoundText: "A questo indirizzo non c'è nulla.",
};

/**
 * @typedef {keyof typeof en} Key
 *
 * @typedef {object} Language
 * @property {string} locale
 * @property {(key: Key, values?: Record<string, string>) => string} text
 * @property {(at: number) => string} time  The clock time of an instant in epoch milliseconds.
 */

/** The texts of each language. @type {Record<string, Record<Key, string>>} */
export const MESSAGES = { en, it };

/** @param {string} locale @returns {Language} */
export function language(locale) {
  const messages = MESSAGES[locale] ?? en;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });
  return {
    locale,
    text: (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),
    time: (at) => clock.format(at),
  };
}
