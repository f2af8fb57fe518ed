import { describeFinding, sha256, verifyPackage } from '@gongping/publication';
import { listed, type VerifyAnswer, type VerifyMessage, type VerifyOrder } from './messages.ts';

async function verify({ bytes, sealed, packed }: VerifyOrder): Promise<VerifyAnswer> {
  const zip = new Uint8Array(bytes);
  const sameBytes = (await sha256(zip)) === packed;
  try {
    const { findings, ...verification } = await verifyPackage(zip, { sealed });
    const sentences = findings
      .slice(0, listed)
      .map((finding) => ({ zh: describeFinding(finding, 'zh'), en: describeFinding(finding, 'en') }));
    return { verification, sentences, sameBytes };
  } catch {
    return null;
  }
}

const say = (message: VerifyMessage): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<VerifyOrder>) => {
  void verify(data).then(say);
});
say('ready');
