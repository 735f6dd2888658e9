import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** How lists, days and permissions are written in the language of the page. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const language = i18n.language;
    const list = (words: string[]) => new Intl.ListFormat(language, { type: "unit" }).format(words);
    return {
      list,
      /** A permission of the realm's own has no text but its key. */
      permissions: (keys: string[]) => list(keys.map((key) => t(`foyerPermission.${key}`, { defaultValue: key }))),
      day: (millis: number) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(millis),
    };
  }, [t, i18n.language]);
}
