<#--
  The open invitations of somebody who signs in. Plain forms and buttons, as everywhere. Model: InvitationBeans as
  `invitations`, username; `otherAddress` or `unverifiedAddress` if they came by the link of one that they can not answer.
-->
<#import "template.ftl" as layout>
<#import "foyer-invitation-details.ftl" as offer>
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg((invitations?size gt 1)?then("foyerInvitationsTitle", "foyerInvitationTitle"))}
  <#elseif section = "form">
    <link rel="stylesheet" href="${url.resourcesPath}/foyer/@{project.version}/foyer.css">
    <div class="foyer" id="foyer-page">
      <#if otherAddress??>
        <p class="foyer-intro" id="foyer-other-address">${msg("foyerInvitationOther", otherAddress, username)}</p>
      <#elseif unverifiedAddress??>
        <p class="foyer-intro" id="foyer-unverified">${msg("foyerInvitationUnverified", unverifiedAddress)}</p>
      <#elseif !invitations?has_content>
        <p class="foyer-intro" id="foyer-no-invitation">${msg("foyerInvitationDead")}</p>
      </#if>
      <form class="foyer-actions" id="foyer-invitations" action="${url.loginAction}" method="post">
        <#list invitations as invitation>
          <div class="foyer-invitation">
            <@offer.details invitation/>
            <div class="foyer-answers">
              <button class="foyer-button foyer-button-primary" type="submit" name="accept" value="${invitation.id}">${msg("foyerInvitationAccept")}</button>
              <button class="foyer-button" type="submit" name="reject" value="${invitation.id}">${msg("foyerInvitationReject")}</button>
            </div>
          </div>
        </#list>
        <#if unverifiedAddress??>
          <button class="foyer-button foyer-button-primary" type="submit" name="verify" value="true">${msg("foyerInvitationVerify")}</button>
        </#if>
        <button class="foyer-button" type="submit" name="later" value="true">${msg(invitations?has_content?then("foyerInvitationLater", "foyerInvitationContinue"))}</button>
      </form>
    </div>
  </#if>
</@layout.registrationLayout>
