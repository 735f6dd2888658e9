package dev.foyer.selection.login;

import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountPage.Direction;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.Selection;
import dev.foyer.selection.SelectionRequest;
import dev.foyer.selection.keycloak.AccountGuesses;
import dev.foyer.selection.keycloak.SelectionServices;
import dev.foyer.text.StorableText;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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

    private static final String NOT_AVAILABLE = "foyerAccountNotAvailable";

    private final KeycloakSession session;
    private @Nullable SignIn signIn;
    private @Nullable Accounts accounts;

    AccountSelection(KeycloakSession session) {
        this.session = session;
    }

    /** Decides without a page where that is possible. Runs several times in one sign-in. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!RealmSettings.of(session).isEnabled()) {
            return;
        }
        SignIn signIn = signIn(context);
        if (!signIn.isDone()) {
            signIn.unbind();
            if (!signIn.isSwitch() && signIn.requirement() != AccountRequirement.NEVER) {
                decide(context, signIn);
            }
        }
        signIn.describe(context.getEvent());
        signIn.announceForConsent();
    }

    private void decide(RequiredActionContext context, SignIn signIn) {
        Accounts accounts = accounts(context);
        SelectionRequest request = signIn.request();
        Optional<Account> steppingUpFor = find(signIn.steppingUpFor(), accounts);
        Selection selection = steppingUpFor.map(request::enter).orElseGet(() -> request.decide(accounts));
        if (selection instanceof Selection.Chosen chosen) {
            steppingUpFor.ifPresent(account -> accounts.select(account, KeycloakClock.INSTANCE.instant()));
            signIn.select(chosen.account());
        } else if (selection instanceof Selection.Without) {
            signIn.selectNone();
        } else if (!signIn.canAsk()) {
            if (request.hintFails(accounts)) {
                AccountGuesses.of(session).count(context.getUser());
            }
            throw refuse(context, selection);
        } else if (selection instanceof Selection.StepUp stepUp) {
            signIn.stepUpFor(stepUp.account());
        } else {
            signIn.ask();
        }
    }

    /** The page; or none, if it is clear which account is meant. */
    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!RealmSettings.of(session).isEnabled()) {
            context.ignore();
            return;
        }
        SignIn signIn = signIn(context);
        Accounts accounts = accounts(context);
        Optional<Account> steppingUpFor = find(signIn.steppingUpFor(), accounts);
        Optional<Account> named = find(signIn.switchTarget(), accounts);
        Optional<Account> known =
                steppingUpFor.or(() -> named.filter(account -> signIn.consent().covers(account.id())));
        if (known.isPresent()) {
            enter(context, signIn, known.get(), signIn::select);
        } else {
            boolean failed = signIn.steppingUpFor() != null
                    || (signIn.switchTarget() != null && named.isEmpty())
                    || signIn.request().hintFails(accounts);
            challenge(context, PickerBean.FIRST_PAGE, failed ? NOT_AVAILABLE : null);
        }
    }

    /** What the person did on the page, judged on fresh data. */
    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        SignIn signIn = signIn(context);
        String wanted = form.getFirst("account");
        if (wanted != null) {
            Optional<Account> account = accounts(context).find(wanted);
            if (account.isPresent()) {
                enter(context, signIn, account.get(), signIn::enter);
            } else {
                challenge(context, PickerBean.FIRST_PAGE, NOT_AVAILABLE);
            }
        } else if (form.containsKey("without") && signIn.mayGoWithout(accounts(context))) {
            signIn.leaveOut();
            context.success();
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
        return (int) Duration.ofDays(365).toSeconds();
    }

    @Override
    public void close() {}

    /** Somebody who had no account looks again: an only account needs no page now either. */
    private void retry(RequiredActionContext context) {
        SignIn signIn = signIn(context);
        Selection selection = signIn.request().decide(accounts(context));
        if (selection instanceof Selection.Chosen chosen) {
            enter(context, signIn, chosen.account(), signIn::select);
        } else if (selection instanceof Selection.StepUp stepUp) {
            enter(context, signIn, stepUp.account(), signIn::select);
        } else {
            challenge(context, PickerBean.FIRST_PAGE, null);
        }
    }

    /** Selects the account, or has the person use the second factor that it requires. */
    private void enter(RequiredActionContext context, SignIn signIn, Account account, Consumer<Account> select) {
        if (signIn.request().enter(account) instanceof Selection.StepUp) {
            askForSecondFactor(context, signIn, account);
            return;
        }
        signIn.describeSwitch(context.getEvent(), account);
        select.accept(account);
        signIn.describe(context.getEvent());
        accounts(context).select(account, KeycloakClock.INSTANCE.instant());
        context.success();
    }

    private void askForSecondFactor(RequiredActionContext context, SignIn signIn, Account account) {
        SecondFactor secondFactor = signIn.secondFactor();
        signIn.stepUpFor(account);
        if (secondFactor.canBeAskedFor()) {
            context.challenge(secondFactor.ask(context));
        } else {
            challenge(context, PickerBean.FIRST_PAGE, "foyerSecondFactorNeeded");
        }
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
        return new AccountPage.Query(
                search == null || !StorableText.isStorable(search) ? "" : search, from, PickerBean.PAGE_SIZE);
    }

    /** The answer to a direct grant, where there is nobody to ask. It does not tell which accounts exist. */
    private static WebApplicationException refuse(RequiredActionContext context, Selection selection) {
        OAuth2ErrorRepresentation error;
        if (selection instanceof Selection.None) {
            error = new OAuth2ErrorRepresentation("access_denied", "The user has no account");
        } else if (selection instanceof Selection.StepUp) {
            error = new OAuth2ErrorRepresentation(SecondFactor.ERROR, SecondFactor.DESCRIPTION);
        } else {
            error = new OAuth2ErrorRepresentation(
                    SelectionError.NEEDED, "The user has more than one account: name one in the parameter account");
        }
        context.getEvent().error(Errors.NOT_ALLOWED);
        return new WebApplicationException(Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(error)
                .build());
    }

    private static Optional<Account> find(@Nullable String idOrNumber, Accounts accounts) {
        return idOrNumber == null ? Optional.empty() : accounts.find(idOrNumber);
    }

    /** The sign-in of this request; Keycloak makes a provider for each. */
    private SignIn signIn(RequiredActionContext context) {
        if (signIn == null) {
            signIn = new SignIn(session, context.getAuthenticationSession());
        }
        return signIn;
    }

    /** The accounts of whoever signs in with this request. */
    private Accounts accounts(RequiredActionContext context) {
        if (accounts == null) {
            SelectionServices services = SelectionServices.of(session);
            accounts = signIn(context).isSaml()
                    ? services.memberAccountsOf(context.getUser())
                    : services.accountsOf(context.getUser());
        }
        return accounts;
    }
}
