interface Heard {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>
  readonly resultIndex: number
}

interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  addEventListener(type: 'result', listener: (event: Heard) => void): void
  addEventListener(type: 'end' | 'error', listener: () => void): void
  start(): void
  stop(): void
}

type Maker = new () => Recognition

export interface Listening {
  readonly stop: () => void
}

interface Ears {
  readonly heard: (words: string) => void
  readonly ended: () => void
}

function maker(): Maker | null {
  const here = globalThis as unknown as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker }
  return here.SpeechRecognition ?? here.webkitSpeechRecognition ?? null
}

function listen(lang: 'zh' | 'en', ears: Ears): Listening | null {
  const Recogniser = maker()
  if (!Recogniser) return null
  const recognition = new Recogniser()
  recognition.lang = lang === 'zh' ? 'zh-CN' : 'en-GB'
  recognition.continuous = true
  recognition.interimResults = false
  recognition.addEventListener('result', (event) => {
    for (let index = event.resultIndex; index < event.results.length; index += 1) {
      const result = event.results[index]
      if (result?.isFinal) ears.heard(result[0]?.transcript ?? '')
    }
  })
  recognition.addEventListener('end', ears.ended)
  recognition.addEventListener('error', ears.ended)
  recognition.start()
  return { stop: () => recognition.stop() }
}

/** Speech to words by the browser's own recogniser; `able` is false where there is none. */
export const listener = Object.assign(listen, { able: (): boolean => maker() !== null })
