import { decodeHouseVoices, type VoiceHeard } from "../contracts/contracts";
import { HouseLine } from "../house/HouseLine";

/** The voices of a performance's stage for the house. */
export class VoicesConnection extends HouseLine {
  constructor(url: string, hear: (voice: VoiceHeard) => void, open: (url: string) => WebSocket = (address) => new WebSocket(address)) {
    const take = (message: unknown) => {
      const { number, voices } = decodeHouseVoices(message);
      for (const voice of voices) hear(voice);
      return number;
    };
    super(() => url, take, () => {}, open);
  }
}
