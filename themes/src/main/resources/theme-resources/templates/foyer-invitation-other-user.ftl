<#-- What the link in a mail opens for somebody else than the invitee. Model: InvitationBean as `invitation`, username, seal. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("foyerInvitationOtherTitle")}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
    <div class="foyer" id="foyer-page">
      <p class="foyer-intro">${msg("foyerInvitationOther", invitation.maskedAddress, username)}</p>
      <form class="foyer-actions" id="foyer-change-user" action="${url.loginAction}" method="post">
        <button class="foyer-button foyer-button-primary" type="submit" name="seal" value="${seal}">${msg("foyerInvitationChangeUser")}</button>
      </form>
    </div>
  </#if>
</@layout.registrationLayout>
