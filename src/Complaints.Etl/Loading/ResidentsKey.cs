using System.Data.Common;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// Holds that all loads make residents' pseudonyms with the same key: with another one every resident would be somebody new.
/// </summary>
internal static class ResidentsKey
{
    /// <exception cref="UserException">The warehouse's residents have pseudonyms of another key.</exception>
    internal static async Task CheckAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        PseudonymKey key = load.Key;
        if (await FingerprintAsync(load.Session, cancellationToken).ConfigureAwait(false) is not string known
            || (key.Exists && key.Fingerprint() == known))
        {
            return;
        }

        load.Guard.Refuse(LoadAllowance.NewPseudonymKey, new UserException(
            key.Exists
                ? "The key of residents' pseudonyms is another one than that of earlier loads: every resident would be restated as somebody new."
                : "The key with which earlier loads made residents' pseudonyms is missing: with a new one every resident would be restated as somebody new.",
            file.Path,
            "the same key in every load of a warehouse",
            $"set {PseudonymKey.Variable} as in the earlier loads, or unset it if the file '{PseudonymKey.FileName}' was used, and restore that file from a backup where it is gone; if the key is lost for good, add --allow-new-pseudonym-key"));
    }

    private static async Task<string?> FingerprintAsync(ILoadSession session, CancellationToken cancellationToken)
    {
        DbDataReader rows = await session.QueryAsync(NamedQuery.Of("loading/pseudonym_key"), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? rows.GetString(0) : null;
        }
    }
}
