<#--
  What stands between the fields of the person and the button of Keycloak's page of registration: the customer account that
  is opened, and the terms. Works without JavaScript. Model: AccountForm as `foyerAccount`.
-->
<#import "field.ftl" as field>

<#macro termsAcceptance>
  <#if foyerAccount??><@customerAccount/></#if>
  <#if termsAcceptanceRequired??><@terms/></#if>
</#macro>

<#macro customerAccount>
  <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
  <div class="foyer-registration" id="foyer-registration">
    <div class="${properties.kcFormGroupClass!}" role="radiogroup" aria-labelledby="foyer-account-type">
      <div class="${properties.kcFormGroupLabelClass!}">
        <span class="${properties.kcFormLabelClass!}" id="foyer-account-type"><span class="${properties.kcFormLabelTextClass!}">${msg("foyerRegistrationAccount")}</span></span>
      </div>
      <@option value="individual" label=msg("foyerRegistrationIndividual") checked=!foyerAccount.forCompany/>
      <@option value="company" label=msg("foyerRegistrationCompany") checked=foyerAccount.forCompany/>
    </div>
    <div class="foyer-registration-company">
      <@field.input name="foyer-company" label=msg("foyerRegistrationCompanyName") value=foyerAccount.companyName required=true autocomplete="organization"/>
    </div>
  </div>
</#macro>

<#macro option value label checked>
  <div class="pf-v5-c-radio">
    <input class="pf-v5-c-radio__input" type="radio" id="foyer-account-type-${value}" name="foyer-account-type" value="${value}"<#if checked> checked</#if>>
    <label class="pf-v5-c-radio__label" for="foyer-account-type-${value}">${label}</label>
  </div>
</#macro>

<#macro terms>
  <@field.group name="termsAccepted" label=msg("termsTitle") error=messagesPerField.get("termsAccepted") required=true>
    <div id="kc-registration-terms-text">${kcSanitize(msg("termsText"))?no_esc}</div>
    <@field.checkbox name="termsAccepted" label=msg("acceptTerms")/>
  </@field.group>
</#macro>
