<#-- The plain-text part of a letter that answers a request: the same words as the HTML. Lines come wrapped. -->
${title?upper_case}

<#list sentenceLines as line>
${line}
</#list>

${button}:
${url}

<#list noteLines as line>
${line}
</#list>
<#if postal?has_content>

${postal}
</#if>
