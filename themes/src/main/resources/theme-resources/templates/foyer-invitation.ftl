<#-- What the link in a mail opens for somebody who is not signed in. Model: InvitationBean as `invitation`, addresses. -->
<#import "template.ftl" as layout>
<#import "foyer-invitation-details.ftl" as offer>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("foyerInvitationTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
    <div class="foyer" id="foyer-page">
      <@offer.details invitation/>
      <p class="foyer-intro">${msg("foyerInvitationHow", invitation.maskedAddress)}</p>
      <div class="foyer-actions" id="foyer-invitation">
        <a class="foyer-button foyer-button-primary" id="foyer-sign-in" href="${signInUrl}">${msg("foyerInvitationSignIn")}</a>
        <#if registrationUrl??>
          <a class="foyer-button" id="foyer-register" href="${registrationUrl}">${msg("foyerInvitationRegister")}</a>
        </#if>
      </div>
    </div>
  </#if>
</@layout.registrationLayout>
