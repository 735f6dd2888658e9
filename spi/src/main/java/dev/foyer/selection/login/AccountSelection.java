package dev.foyer.selection.login;

import dev.foyer.keycloak.Foyer;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountPage.Direction;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.Selection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * Selects the account of a sign-in, whichever way the person came in. A required action rather than an authenticator: it
 * then runs after every kind of authentication with no change to any flow, and costs nothing when the answer is known.
 */
final class AccountSelection implements RequiredActionProvider {

    private static final String EVENT_DETAIL = "account_id";

    private final KeycloakSession session;
    private final Foyer foyer;

    AccountSelection(KeycloakSession session) {
        this.session = session;
        this.foyer = Foyer.of(session);
    }

    /** Decides without a page where that is possible. Runs several times in one sign-in. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!foyer.settings().isEnabled()) {
            return;
        }
        SignIn signIn = signIn(context);
        if (!signIn.isDone() && !signIn.isSwitch()) {
            decide(context, signIn);
        }
        signIn.selected().ifPresent(id -> context.getEvent().detail(EVENT_DETAIL, id));
    }

    private void decide(RequiredActionContext context, SignIn signIn) {
        AccountRequirement requirement = signIn.requirement();
        if (requirement == AccountRequirement.NEVER) {
            return;
        }
        Selection selection = signIn.request().decide(accounts(context));
        if (selection instanceof Selection.Chosen chosen) {
            signIn.select(chosen.account());
        } else if (selection instanceof Selection.None && requirement == AccountRequirement.OPTIONAL) {
            signIn.selectNone();
        } else if (signIn.canAsk()) {
            signIn.ask();
        } else {
            throw refuse(context, selection);
        }
    }

    /** The page; or none, if the application named the account to switch to. */
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!foyer.settings().isEnabled()) {
            context.ignore();
            return;
        }
        SignIn signIn = signIn(context);
        String target = signIn.switchTarget();
        Optional<Account> account =
                target == null ? Optional.empty() : accounts(context).find(target);
        if (account.isPresent()) {
            choose(context, signIn, account.get());
            return;
        }
        boolean hintFailed = target != null || signIn.request().hintFails(accounts(context));
        challenge(context, PickerBean.FIRST_PAGE, hintFailed ? "foyerAccountNotAvailable" : null);
    }

    /** What the person did on the page, judged on fresh data. */
    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String wanted = form.getFirst("account");
        if (wanted != null) {
            Optional<Account> account = accounts(context).find(wanted);
            if (account.isPresent()) {
                choose(context, signIn(context), account.get());
            } else {
                challenge(context, PickerBean.FIRST_PAGE, "foyerAccountNotAvailable");
            }
        } else if (form.containsKey("leave")) {
            context.failure();
        } else if (form.containsKey("retry")) {
            retry(context);
        } else {
            challenge(context, query(form), null);
        }
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /**
     * Seconds. Longer than any session: whoever is signed in may switch without the password. Keycloak adds it to the time
     * of authentication as an int, so much more than a year would overflow.
     */
    @Override
    public int getMaxAuthAge(KeycloakSession keycloakSession) {
        return (int) TimeUnit.DAYS.toSeconds(365);
    }

    @Override
    public void close() {}

    /** Somebody who had no account looks again: an only account needs no page now either. */
    private void retry(RequiredActionContext context) {
        SignIn signIn = signIn(context);
        if (signIn.request().decide(accounts(context)) instanceof Selection.Chosen chosen) {
            signIn.select(chosen.account());
            context.success();
        } else {
            challenge(context, PickerBean.FIRST_PAGE, null);
        }
    }

    private void choose(RequiredActionContext context, SignIn signIn, Account account) {
        signIn.select(account);
        accounts(context).select(account, foyer.clock().millis());
        context.success();
    }

    private void challenge(RequiredActionContext context, AccountPage.Query query, @Nullable String errorKey) {
        PickerBean picker = PickerBean.of(accounts(context), query, signIn(context), context.getUser());
        var form = context.form().setAttribute("picker", picker);
        if (errorKey != null) {
            form.setError(errorKey);
        }
        context.challenge(form.createForm(picker.isEmpty() ? "foyer-no-account.ftl" : "foyer-accounts.ftl"));
    }

    private static AccountPage.Query query(MultivaluedMap<String, String> form) {
        String search = form.getFirst("search");
        AccountPage.From from = null;
        if (form.containsKey("after")) {
            from = new AccountPage.From(Direction.AFTER, form.getFirst("after"));
        } else if (form.containsKey("before")) {
            from = new AccountPage.From(Direction.BEFORE, form.getFirst("before"));
        }
        return new AccountPage.Query(search == null ? "" : search, from, PickerBean.PAGE_SIZE);
    }

    /** The answer to a direct grant, where there is nobody to ask. It does not tell which accounts exist. */
    private static WebApplicationException refuse(RequiredActionContext context, Selection selection) {
        String error = selection instanceof Selection.None ? "access_denied" : "account_selection_required";
        String description = selection instanceof Selection.None
                ? "The user has no account"
                : "The user has more than one account: name one in the parameter account";
        context.getEvent().error(Errors.NOT_ALLOWED);
        return new WebApplicationException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(error, description))
                .build());
    }

    private SignIn signIn(RequiredActionContext context) {
        return new SignIn(session, context.getAuthenticationSession());
    }

    private Accounts accounts(RequiredActionContext context) {
        return foyer.accountsOf(context.getUser());
    }
}
