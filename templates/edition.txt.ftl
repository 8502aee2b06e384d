<#-- The plain-text part of an edition: same order, numbers and words as the HTML. Lines come wrapped. -->
<#macro heading words>
${words?upper_case}
${""?left_pad(words?length, "=")}

</#macro>
${title?upper_case}
${date}
${facts}

<#list sections as section>

<#if section.heading?has_content><@heading words=section.heading/></#if>
<#list section.stories as story>
<#list story.textHead as line>
${line}
</#list>
<#list story.textMeta as line>
${line}
</#list>
<#list story.textNote as line>
${line}
</#list>

<#list story.quotes as quote>
<#list quote.lines as line>
${line}
</#list>

</#list>
<#if story.textAlso?has_content>
<#list story.textAlso as line>
${line}
</#list>

</#if>
</#list>
</#list>
<#if more.words?has_content>

${more.words}:
${more.url}

</#if>

<@heading words=links.heading/>
<#list links.all as line>
${line}
</#list>


<@heading words=footer.heading/>
<#list footer.textLines as line>
${line}
</#list>

${footer.change.words}:
${footer.change.url}
${footer.unsubscribe.words}:
${footer.unsubscribe.url}
<#if browser.words?has_content>
${browser.words}:
${browser.url}
</#if>

${footer.trackingText}
<#if footer.postal?has_content>
${footer.postal}
</#if>
