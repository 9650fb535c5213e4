using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Assign;
using Complaints.Etl.Assign.LandlordNames;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Conforms and assigns the rows of a file into what its target stands for, and hands them on to be staged.</summary>
internal static class ConformStep
{
    internal static async Task<FileOutcome> RunAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        using System.Diagnostics.Activity? trace = LoadMetrics.Traces.StartActivity("load file");
        trace?.SetTag("target", file.Mapping.TargetName);
        ConformContext context = await ContextAsync(load, file, cancellationToken).ConfigureAwait(false);
        return await (file.Mapping.Target switch
        {
            LoadTarget.Landlord => StageShared(of => new LandlordConformer(of)),
            LoadTarget.Property => Stage(new PropertyConformer(context)),
            LoadTarget.PropertyReference => Stage(new PropertyReferenceConformer(context)),
            LoadTarget.Stock => StageShared(of => new StockConformer(of)),
            LoadTarget.Stage => Stage(new ComplaintConformer(context, wide: false)),
            LoadTarget.Complaint => Stage(new ComplaintConformer(context, wide: true)),
            LoadTarget.Contact => Stage(new ContactConformer(context)),
            LoadTarget.Communication => Stage(new CommunicationConformer(context)),
            LoadTarget.Action => Stage(new ActionConformer(context)),
            LoadTarget.Compensation => Stage(new CompensationConformer(context)),
            LoadTarget.Finding => Stage(new FindingConformer(context)),
            LoadTarget.Order => Stage(new OrderConformer(context)),
            LoadTarget.Survey => Stage(new SurveyConformer(context)),
            LoadTarget.Resident => Stage(new ResidentConformer(context)),
            LoadTarget.PublishedMeasure => StageShared(of => new PublishedMeasureConformer(of)),
            _ => throw new InvalidOperationException($"A target that nothing conforms: {file.Mapping.Target}."),
        }).ConfigureAwait(false);

        Task<FileOutcome> Stage<TRow>(RowConformer<TRow> rows)
            where TRow : IWarehouseRow =>
            new StageStep<TRow>(load, file, context, rows).RunAsync(cancellationToken);

        // Several sources may speak of the same.
        async Task<FileOutcome> StageShared<TRow>(Func<ConformContext, RowConformer<TRow>> rows)
            where TRow : IWarehouseRow
        {
            SourceStatements? statements = await StatementsStep.ReadAsync(
                load, file, of => ContextAsync(load, of, cancellationToken), rows, cancellationToken).ConfigureAwait(false);
            ConformContext shared = context with { Statements = statements };
            return await new StageStep<TRow>(load, file, shared, rows(shared)).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<ConformContext> ContextAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        MappingFile mapping = file.Mapping;
        if (mapping is { Target: LoadTarget.Stage, Mode: LoadMode.Incremental })
        {
            await AddLoadedStagesAsync(load, file, cancellationToken).ConfigureAwait(false);
        }

        var binding = new MappingBinding(mapping, file.Info);
        var cells = new CellReader(mapping);
        var pseudonyms = new Dictionary<string, string>(StringComparer.Ordinal);
        string allocator = mapping.ResidentAllocator;
        ResidentForms residents = load.ResidentsOf(allocator);
        return new ConformContext
        {
            Binding = binding,
            Cells = cells,
            ExtractDate = load.Set.ExtractDate,
            Calendar = WorkingCalendar.EnglandAndWales,
            Assigner = await AssignerAsync(load, file, binding, cells, cancellationToken).ConfigureAwait(false),
            Stage1 = load.Stage1Of(mapping.System),
            Stage2 = load.Stage2Of(mapping.System),
            References = await KnownReferences.ReadAsync(load, file, cancellationToken).ConfigureAwait(false),
            DateLike = await PairsStep.ReadAsync(load, file, cancellationToken).ConfigureAwait(false),
            FileName = number => load.Files[number - 1].Info.FileName,
            Pseudonym = reference => Remembered(load.Key, pseudonyms, residents, allocator, reference),
            Residents = residents,
        };
    }

    private static async Task<ILandlordAssigner> AssignerAsync(
        LoadContext load, LoadFile file, MappingBinding binding, CellReader cells, CancellationToken cancellationToken)
    {
        IReadOnlySet<LandlordCode> landlords = await LandlordsAsync(
            load.Session, NamedQuery.Of("loading/landlord_codes"), cancellationToken).ConfigureAwait(false);
        if (file.IsNamed)
        {
            NameIndex names = await NameIndexReader.ReadAsync(load.Session, cancellationToken).ConfigureAwait(false);
            return new NameAssigner(binding, cells, names, landlords);
        }

        IReadOnlySet<LandlordCode> anybody = file.IsAssigned
            ? await LandlordsAsync(load.Session, NamedQuery.Of("loading/landlords_with_figures"), cancellationToken).ConfigureAwait(false)
            : landlords;
        HomeIndex homes = file.IsAssigned
            ? await HomeIndexReader.ReadAsync(load.Session, cancellationToken).ConfigureAwait(false)
            : new HomeIndex();
        return new LandlordAssigner(binding, cells, homes, landlords, anybody, file.IsAssigned ? load.Review : null);
    }

    // Residents complain more than once; a bounded memory spares most of the keyed hashes.
    private static string Remembered(
        PseudonymKey key, Dictionary<string, string> known, ResidentForms residents, string allocator, string reference)
    {
        if (known.TryGetValue(reference, out string? pseudonym))
        {
            return pseudonym;
        }

        residents.Add(reference);
        pseudonym = key.Pseudonym(allocator, reference);
        if (known.Count < Limits.RememberedPseudonyms)
        {
            known.Add(reference, pseudonym);
        }

        return pseudonym;
    }

    private static async Task<IReadOnlySet<LandlordCode>> LandlordsAsync(
        ILoadSession session, NamedQuery query, CancellationToken cancellationToken)
    {
        var landlords = new HashSet<LandlordCode>();
        var rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                landlords.Add(LandlordCode.Parse(rows.GetString(0)));
            }
        }

        return landlords;
    }

    private static async Task AddLoadedStagesAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        string system = file.Mapping.System;
        (Stage1Index first, Stage2Index second) = (load.Stage1Of(system), load.Stage2Of(system));
        ReferenceForms? references = load.Request.Allow.HasFlag(LoadAllowance.SimilarReferences) ? null : load.ReferencesOf(file);
        var rows = await load.Session
            .QueryAsync(NamedQuery.Of("loading/stage_days", ("source_system", system)), cancellationToken)
            .ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                (string reference, DateOnly received) = (rows.GetString(0), rows.GetFieldValue<DateOnly>(2));
                if (rows.GetBoolean(1))
                {
                    second.AddLoaded(reference, received);
                    continue;
                }

                first.AddUnlessKnown(reference, received);
                references?.AddKnown(new QualifiedReference(null, reference), received);
            }
        }
    }
}
