package dev.foyer.mailbox.web;

/** What all pages have in common. */
final class Layout {
    private static final String DOCUMENT = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{}</title>
                <link rel="icon" href="/mailbox.svg">
                <link rel="stylesheet" href="/mailbox.css">
                {}
              </head>
              <body>
                {}
              </body>
            </html>
            """;

    private Layout() {}

    static Html page(String title, Html body) {
        return Html.of(DOCUMENT, title, Html.NOTHING, body);
    }

    /** A page that changes while somebody looks at it. */
    static Html livePage(String title, Html body) {
        return Html.of(DOCUMENT, title, new Html("<script src=\"/mailbox.js\" defer></script>"), body);
    }
}
