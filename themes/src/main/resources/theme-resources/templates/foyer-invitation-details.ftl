<#-- What an invitation offers. Model: an InvitationBean. -->
<#macro details invitation>
  <p class="foyer-intro">${msg("foyerInvitationIntro", invitation.inviter)}</p>
  <div class="foyer-card">
    <p class="foyer-account-name">${invitation.accountName}</p>
    <p class="foyer-account-number">${msg("foyerAccountId", invitation.accountNumber)}</p>
    <dl class="foyer-facts">
      <div><dt>${msg("foyerInvitationKind")}</dt><dd>${msg("foyerInvitationKind-" + invitation.kind)}</dd></div>
      <#if invitation.permissions?has_content>
        <div><dt>${msg("foyerInvitationPermissions")}</dt><dd><#list invitation.permissions as permission><@label permission/><#sep>, </#list></dd></div>
      </#if>
      <#if invitation.contactTypes?has_content>
        <div><dt>${msg("foyerInvitationContactTypes")}</dt><dd><#list invitation.contactTypes as type>${type}<#sep>, </#list></dd></div>
      </#if>
      <#if invitation.end??>
        <div><dt>${msg("foyerInvitationEnd")}</dt><dd>${invitation.end}</dd></div>
      </#if>
      <div><dt>${msg("foyerInvitationExpiry")}</dt><dd>${invitation.expiry}</dd></div>
    </dl>
    <#if invitation.message??>
      <blockquote class="foyer-message">${invitation.message}</blockquote>
    </#if>
  </div>
</#macro>

<#-- A permission of the realm's own has no text but its key. -->
<#macro label permission><#local key = "foyerPermission." + permission>${(msg(key) == key)?then(permission, msg(key))}</#macro>
