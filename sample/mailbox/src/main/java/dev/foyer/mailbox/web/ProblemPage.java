package dev.foyer.mailbox.web;

/** Why there is nothing to see. */
final class ProblemPage {
    private static final String BODY = """
            <header class="bar"><a href="/">All mails</a></header>
            <main><h1>{}</h1></main>
            """;

    private ProblemPage() {}

    static Answer of(int status, String reason) {
        return Answer.page(status, Layout.page(reason, Html.of(BODY, reason)));
    }
}
