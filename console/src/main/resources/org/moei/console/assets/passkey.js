// Asks this device's authenticator, puts its answer into the form's fields, and sends the form as any other.

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
const read = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

/** @param {ArrayBuffer} bytes */
const write = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** @param {HTMLFormElement} form @param {Record<string, ArrayBuffer>} parts */
function fill(form, parts) {
  for (const [name, bytes] of Object.entries(parts)) {
    /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = write(bytes);
  }
}

/** @param {HTMLFormElement} form */
async function answer(form) {
  const { challenge, site, handle, account, algorithms } = form.dataset;
  if (form.dataset.passkey === 'make') {
    const made = await navigator.credentials.create({ publicKey: {
      challenge: read(challenge ?? ''),
      rp: { id: site, name: 'Moei' },
      user: { id: read(handle ?? ''), name: account ?? '', displayName: account ?? '' },
      pubKeyCredParams: (algorithms ?? '').split(' ').map((alg) => ({ type: 'public-key', alg: Number(alg) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    } });
    const response = /** @type {AuthenticatorAttestationResponse} */ (/** @type {PublicKeyCredential} */ (made).response);
    fill(form, { clientData: response.clientDataJSON, attestation: response.attestationObject });
  } else {
    const got = /** @type {PublicKeyCredential} */ (await navigator.credentials.get({ publicKey: { challenge: read(challenge ?? ''), rpId: site, userVerification: 'required' } }));
    const response = /** @type {AuthenticatorAssertionResponse} */ (got.response);
    fill(form, { id: got.rawId, clientData: response.clientDataJSON, authenticatorData: response.authenticatorData, signature: response.signature });
  }
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-passkey]'))) {
  if (!window.PublicKeyCredential) {
    form.hidden = true;
    continue;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form).then(() => form.submit(), () => {
      const failed = form.querySelector('[data-failed]');
      if (failed instanceof HTMLElement) {
        failed.hidden = false;
      }
    });
  });
}
