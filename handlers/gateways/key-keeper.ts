/** Keeps the master key: KMS in the cloud; on one machine a key handed in by the start script. */
import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyKeeper } from '../../models/store/key-ring.ts';

export function openKmsKeeper(keyId: string): KeyKeeper {
  const client = new KMSClient({});
  return {
    async wrap(key) {
      const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId: keyId, Plaintext: key }));
      return Buffer.from(CiphertextBlob ?? []).toString('base64');
    },
    async unwrap(wrapped) {
      const { Plaintext } = await client.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: Buffer.from(wrapped, 'base64') }),
      );
      return Buffer.from(Plaintext ?? []);
    },
  };
}

/** `master` is 32 bytes, base64. Only for a machine without KMS; the infra tests hold that no template names it. */
export function openLocalKeeper(master: string): KeyKeeper {
  const key = Buffer.from(master, 'base64');
  return {
    wrap(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Promise.resolve(
        Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64'),
      );
    },
    unwrap(wrapped) {
      const body = Buffer.from(wrapped, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12));
      decipher.setAuthTag(body.subarray(-16));
      return Promise.resolve(Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]));
    },
  };
}

export function keeperFromEnvironment(): KeyKeeper {
  const local = process.env['LOCAL_MASTER_KEY'];
  return local === undefined ? openKmsKeeper(process.env['KMS_KEY_ID'] ?? '') : openLocalKeeper(local);
}
