import { type Html, raw } from '#platform/html'

/** A river city in three tones: hills, houses with a cable bridge, water. A drawing of our own, of no real place. */
export const skyline: Html =
  raw(`<svg class="skyline" viewBox="0 0 1440 160" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
<path d="M0 118c120-44 220-52 330-20s190 8 300-26 210-40 330 4 250 12 480-22v106H0z" fill="#f0d9cf"/>
<g fill="#e2bdb0"><path d="M60 128V92h34v36zM100 128V70h26v58zM132 128V84h40v44zM180 128V58l12-10 12 10v70zM212 128V96h44v32zM1010 128V88h36v40zM1052 128V62h24v66zM1082 128V46l10-16 10 16v82zM1108 128V80h46v48zM1162 128V98h30v30zM1200 128V72h28v56zM1236 128V90h52v38zM1296 128V104h34v24zM1338 128V84h26v44z"/></g>
<g fill="none" stroke="#c98f80" stroke-width="2"><path d="M330 128h600M480 128V40M780 128V40" stroke-width="4"/><path d="M480 42 340 126M480 42l-100 84M480 42l-60 84M480 42 620 126M480 42l100 84M480 42l60 84M780 42 640 126M780 42l-100 84M780 42l-60 84M780 42l140 84M780 42l100 84M780 42l60 84"/></g>
<path d="M0 128h1440v32H0z" fill="#ebcfc5"/><path d="M0 140q60-8 120 0t120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0M60 151q60-6 120 0t120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0 120 0" fill="none" stroke="#f8ece6" stroke-width="2"/>
</svg>`)
