<#-- For somebody who signed in and has no account to enter. Model: PickerBean as `picker`. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("foyerNoAccountTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
    <div class="foyer" id="foyer-page">
      <p class="foyer-intro">${msg("foyerNoAccountText", picker.username)}</p>
      <form id="foyer-no-account" class="foyer-actions" action="${url.loginAction}" method="post">
        <button class="foyer-button foyer-button-primary" type="submit" name="retry" value="true">${msg("foyerNoAccountRetry")}</button>
        <button class="foyer-button" type="submit" name="leave" value="true">${msg("foyerNoAccountLeave")}</button>
      </form>
      <p class="foyer-other"><a href="${picker.signedInBefore?then(picker.logoutUrl, url.loginRestartFlowUrl)}">${msg("foyerNoAccountOtherUser")}</a></p>
    </div>
  </#if>
</@layout.registrationLayout>
