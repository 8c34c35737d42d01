/** The inbox page: a list of messages as people see them; filled by the script over server-sent events. */
export const inboxPage: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>licet sandbox: inbox</title>
<link rel="stylesheet" href="/_sandbox/inbox.css">
</head>
<body>
<a class="skip" href="#messages">Skip to the messages</a>
<header>
<h1>Inbox of the sandbox</h1>
<p id="summary" role="status" aria-live="polite">Connecting…</p>
<form id="filters" role="search" aria-label="Filter messages">
<label>Channel <select name="channel"><option value="">all</option></select></label>
<label>State <select name="state">
<option value="">all</option><option value="taken">taken</option><option value="sent">sent</option><option value="delivered">delivered</option>
<option value="read">read</option><option value="failed">failed</option><option value="expired">expired</option><option value="answered">answered</option>
</select></label>
<label>Person or text <input name="text" type="search" autocomplete="off"></label>
</form>
</header>
<main>
<ol id="messages" aria-label="Messages, newest first"></ol>
<p id="empty">No message yet. Point an adapter's <code>baseUrl</code> at this server and send one.</p>
</main>
<template id="card">
<li class="message">
<article>
<header>
<span class="channel"></span>
<strong class="from"></strong> <span aria-hidden="true">→</span><span class="sr"> to </span> <span class="to"></span>
<time></time>
</header>
<p class="text"></p>
<ul class="buttons" aria-label="Buttons of the message"></ul>
<footer>
<span class="state"></span>
<span class="billing"></span>
<span class="reference"></span>
</footer>
<ol class="history" aria-label="What happened"></ol>
<details>
<summary>Act on it</summary>
<div class="acts">
<button type="button" data-type="delivered">Delivered</button>
<button type="button" data-type="read">Read</button>
<form data-type="failed"><label>Code <input name="code" autocomplete="off" size="8"></label><button>Fail</button></form>
<form data-type="reply"><label>Text <input name="text" autocomplete="off"></label><button>Reply</button></form>
<button type="button" data-type="stop">Block the sender</button>
<button type="button" data-type="reply" data-meaning="complaint" data-text="This is spam, I will complain">Complain</button>
<span class="outcome" role="status"></span>
</div>
</details>
</article>
</li>
</template>
<script src="/_sandbox/inbox.js"></script>
</body>
</html>
`;
