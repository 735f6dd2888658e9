<#ftl output_format="plainText">
${msg("foyerMailNews." + mail, invitee, customer, number)}
<#if addressChangedBy??>

${msg("foyerMailAddressChanged", addressChangedBy, addressChangedAt)}
</#if>
