<#ftl output_format="HTML">
<!DOCTYPE html>
<html lang="${locale.language}" dir="${ltr?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <title>${subject}</title>
</head>
<body style="margin:0;padding:24px;background:#f2f2f2;color:#151515;font-family:'Red Hat Text',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
  <div role="main" style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:6px">
    <h1 style="margin:0 0 16px;font-size:24px;line-height:1.3">${msg("foyerMailInvitationTitle", customer)}</h1>
    <p>${msg("foyerMailInvitationText", inviter, customer, number)}</p>
    <#if lines??>
      <blockquote style="margin:16px 0;padding:8px 16px;border-left:3px solid #0066cc">
        <#list lines as line>${line}<#sep><br></#list>
      </blockquote>
    </#if>
    <table role="presentation" style="margin:16px 0;border-collapse:collapse">
      <tr><td style="vertical-align:top;padding:4px 16px 4px 0;color:#4d4d4d">${msg("foyerMailAccount")}</td><td style="vertical-align:top;padding:4px 0">${customer} (${number})</td></tr>
      <#if permissions?has_content>
        <tr><td style="vertical-align:top;padding:4px 16px 4px 0;color:#4d4d4d">${msg("foyerMailAllowed")}</td><td style="vertical-align:top;padding:4px 0"><#list permissions as permission>${msg("foyerPermission." + permission)?replace("foyerPermission.", "")}<#sep>, </#list></td></tr>
      </#if>
      <#if ends??>
        <tr><td style="vertical-align:top;padding:4px 16px 4px 0;color:#4d4d4d">${msg("foyerMailEnds")}</td><td style="vertical-align:top;padding:4px 0">${ends}</td></tr>
      </#if>
    </table>
    <p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:10px 20px;border-radius:999px;background:#0066cc;color:#ffffff;text-decoration:none">${msg("foyerMailOpen")}</a></p>
    <p style="color:#4d4d4d;font-size:14px">${msg("foyerMailExpires", expires)}</p>
    <p style="color:#4d4d4d;font-size:14px">${msg("foyerMailUnexpected")}</p>
  </div>
</body>
</html>
