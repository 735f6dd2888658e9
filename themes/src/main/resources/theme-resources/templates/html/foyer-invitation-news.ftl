<#ftl output_format="HTML">
<!DOCTYPE html>
<html lang="${locale.language}" dir="${ltr?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <title>${subject}</title>
</head>
<body style="margin:0;padding:24px;background:#f2f2f2;color:#151515;font-family:'Red Hat Text',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
  <div role="main" style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:6px">
    <p style="margin:0">${msg("foyerMailNews." + mail, invitee, customer, number)}</p>
    <#if addressChangedBy??>
      <p style="margin:16px 0 0">${msg("foyerMailAddressChanged", addressChangedBy, addressChangedAt)}</p>
    </#if>
  </div>
</body>
</html>
