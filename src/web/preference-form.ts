import { escapeHtml } from '../proof/html.ts';
import type { ConsentDocument } from './consent-document.ts';
import { TOKEN_FIELD } from './opt-out-links.ts';
import { type Choice, choice } from './preference-choices.ts';
import type { PreferenceWords } from './preference-words.ts';

export interface PreferenceFormPage {
  readonly words: PreferenceWords;
  readonly language: string;
  readonly token: string;
  readonly topics: readonly ConsentDocument[];
  readonly ticked: ReadonlySet<Choice>;
}

/** The preference page as HTML: a group per topic with a box per channel, one button to save and one to stop everything. */
export function preferenceForm({ words, language, token, topics, ticked }: PreferenceFormPage): string {
  const action = `?${TOKEN_FIELD}=${encodeURIComponent(token)}&lang=${encodeURIComponent(language)}`;
  const shown = [...ticked].map((box) => `<input type="hidden" name="shown" value="${escapeHtml(box)}">`).join('');
  return `<p>${escapeHtml(words.preferencesIntro)}</p>
<form method="post" action="${escapeHtml(action)}">${shown}
${topics.map((topic) => topicGroup(topic, language, words, ticked)).join('\n')}
<div class="actions"><button name="act" value="save">${escapeHtml(words.save)}</button>
<button class="plain" name="act" value="stop-all">${escapeHtml(words.stopAll)}</button></div>
</form>`;
}

function topicGroup(topic: ConsentDocument, language: string, words: PreferenceWords, ticked: ReadonlySet<Choice>): string {
  const { label, text } = topic.texts[language]!;
  const about = text === undefined ? '' : `\n<p id="text-${topic.id}">${escapeHtml(text)}</p>`;
  const boxes = topic.channels.map((channel) => {
    const box = choice(topic, channel);
    const on = ticked.has(box) ? ' checked' : '';
    return `<label><input type="checkbox" name="want" value="${escapeHtml(box)}"${on}><span>${escapeHtml(words.channels[channel])}</span></label>`;
  });
  const described = text === undefined ? '' : ` aria-describedby="text-${topic.id}"`;
  return `<fieldset class="topic"${described}><legend>${escapeHtml(label)}</legend>${about}
${boxes.join('\n')}
</fieldset>`;
}
