<#ftl output_format="plainText">
${msg("foyerMailInvitationText", inviter, customer, number)}
<#if lines??>

<#list lines as line>
> ${line}
</#list>
</#if>

${msg("foyerMailAccount")}: ${customer} (${number})
<#if permissions?has_content>
${msg("foyerMailAllowed")}: <#list permissions as permission>${msg("foyerPermission." + permission)?replace("foyerPermission.", "")}<#sep>, </#list>

</#if>
<#if ends??>
${msg("foyerMailEnds")}: ${ends}
</#if>

${msg("foyerMailOpen")}:
${link}

${msg("foyerMailExpires", expires)}
${msg("foyerMailUnexpected")}
