<#--
  The choice of the account. Plain forms and buttons: it works without JavaScript and by keyboard alone, in every login
  theme. Model: PickerBean as `picker`.
-->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg(picker.staff?then("foyerStaffTitle", "foyerAccountsTitle"))}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
    <div class="foyer" id="foyer-page">
      <p class="foyer-intro">${msg(picker.staff?then("foyerStaffIntro", "foyerAccountsIntro"), picker.username)}</p>
      <#if picker.letsIn??>
        <p class="foyer-intro" id="foyer-lets-in">${msg("foyerAccountsLetIn", advancedMsg(picker.letsIn))}</p>
      </#if>

      <form id="foyer-accounts" action="${url.loginAction}" method="post">
        <#if picker.searchable>
          <div class="foyer-search" role="search">
            <label class="foyer-label" for="foyer-search">${msg("foyerAccountsSearch")}</label>
            <div class="foyer-search-row">
              <input class="foyer-input" id="foyer-search" name="search" type="search" value="${picker.search}" maxlength="200" autocomplete="off" spellcheck="false"<#if picker.search?has_content || !picker.accounts?has_content> autofocus</#if>>
              <button class="foyer-button" type="submit" name="action" value="search">${msg("foyerAccountsDoSearch")}</button>
            </div>
          </div>
        </#if>

        <#if picker.accounts?has_content>
          <ul class="foyer-list" aria-label="${msg(picker.staff?then("foyerStaffList", "foyerAccountsList"))}">
            <#list picker.accounts as account>
              <li>
                <button class="foyer-account" type="submit" name="account" value="${account.id}"<#if account.current> aria-current="true"</#if><#if account.lastUsed && !picker.search?has_content> autofocus</#if>>
                  <span class="foyer-account-name">${account.name}</span>
                  <span class="foyer-account-number">${msg("foyerAccountId", account.number)}</span>
                  <span class="foyer-account-labels">
                    <#if account.kind??>
                      <span class="foyer-kind foyer-kind-${account.kind?lower_case}">${msg("foyerKind" + account.kind)}</span>
                    </#if>
                    <#if account.secondFactorRequired>
                      <span class="foyer-kind">${msg("foyerSecondFactor")}</span>
                    </#if>
                    <#if account.current>
                      <span class="foyer-kind foyer-kind-used">${msg("foyerAccountsCurrent")}</span>
                    <#elseif account.lastUsed>
                      <span class="foyer-kind foyer-kind-used">${msg("foyerAccountsLastUsed")}</span>
                    </#if>
                  </span>
                </button>
              </li>
            </#list>
          </ul>
        <#else>
          <p class="foyer-empty" role="status">${msg("foyerAccountsNoHit", picker.search)}</p>
        </#if>

        <#if picker.before?? || picker.after??>
          <nav class="foyer-pages" aria-label="${msg("foyerAccountsPages")}">
            <#if picker.before??>
              <button class="foyer-button" type="submit" name="before" value="${picker.before}">${msg("foyerAccountsPrevious")}</button>
            </#if>
            <#if picker.after??>
              <button class="foyer-button" type="submit" name="after" value="${picker.after}">${msg("foyerAccountsNext")}</button>
            </#if>
          </nav>
        </#if>
      </form>

      <#if picker.search?has_content>
        <form action="${url.loginAction}" method="post">
          <button class="foyer-link" type="submit" name="action" value="all">${msg("foyerAccountsClearSearch")}</button>
        </form>
      </#if>
      <#if picker.skippable>
        <form action="${url.loginAction}" method="post">
          <button class="foyer-link" type="submit" name="without" value="true">${msg("foyerStaffWithout")}</button>
        </form>
      </#if>
      <#if picker.switch>
        <form action="${url.loginAction}" method="post">
          <button class="foyer-link" type="submit" name="cancel-aia" value="true">${msg("foyerAccountsStay")}</button>
        </form>
      </#if>
    </div>
  </#if>
</@layout.registrationLayout>
