<#ftl output_format="plainText">
${msg("foyerMailNews." + mail, invitee, customer, number)}
