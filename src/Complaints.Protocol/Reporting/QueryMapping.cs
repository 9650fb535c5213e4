using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Comparators;
using Complaints.Measures.Queries;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Questions, both ways: what the client asks is what the service is asked.</summary>
internal static class QueryMapping
{
    internal static Wire.QueryRequest ToWire(FigureQuery query)
    {
        var request = new Wire.QueryRequest
        {
            From = WireText.Of(query.From),
            To = WireText.Of(query.To),
            AsAt = WireText.Of(query.AsAt),
            KnownAtLoad = query.KnownAtLoad ?? 0,
            Rounding = WireEnums.Of(query.Rounding),
            Withdrawn = WireEnums.Of(query.Withdrawn),
            Extensions = WireEnums.Of(query.Extensions),
            Limit = query.Limit ?? 0,
            SkipEmptyPeriods = query.SkipEmptyPeriods,
            WithClockStarts = query.TellsClockStarts,
            ShareOf = query.ShareOf ?? "",
        };
        if (query.DecimalPlaces is int places)
        {
            request.DecimalPlaces = places;
        }

        request.Measures.AddRange(query.Measures);
        request.GroupBy.AddRange(query.GroupBy);
        request.Years.AddRange(query.Years.Select(year => year.ToString()));
        request.Filters.AddRange(query.Filters.Select(ToWire));
        return request;
    }

    internal static FigureQuery FromWire(Wire.QueryRequest request) => new()
    {
        Measures = [.. request.Measures],
        GroupBy = [.. request.GroupBy],
        Years = [.. request.Years.Select(year => WireText.Read(year, "years", ReportingYear.Parse))],
        From = WireText.Day(request.From, "from"),
        To = WireText.Day(request.To, "to"),
        Filters = [.. request.Filters.Select(FromWire)],
        AsAt = WireText.Day(request.AsAt, "as_at"),
        KnownAtLoad = request.KnownAtLoad == 0 ? null : request.KnownAtLoad,
        DecimalPlaces = request.HasDecimalPlaces ? request.DecimalPlaces : null,
        Rounding = WireEnums.Rounding(request.Rounding),
        Withdrawn = WireEnums.Withdrawn(request.Withdrawn),
        Extensions = WireEnums.Extensions(request.Extensions),
        Limit = request.Limit == 0 ? null : request.Limit,
        SkipEmptyPeriods = request.SkipEmptyPeriods,
        TellsClockStarts = request.WithClockStarts,
        ShareOf = request.ShareOf.Length == 0 ? null : request.ShareOf,
    };

    internal static Wire.GetComparatorsRequest ToWire(ComparatorQuery query)
    {
        var request = new Wire.GetComparatorsRequest
        {
            Year = query.Year.ToString(),
            StockType = StockTypes.Code(query.StockType),
            ZeroRule = WireEnums.Of(query.ZeroRule),
            LandlordType = query.LandlordType ?? "",
            SizeBand = query.SizeBand ?? "",
            Region = query.Region ?? "",
            Publisher = query.Publisher ?? "",
            Own = query.Own?.Value ?? "",
        };
        request.Measures.AddRange(query.Measures);
        request.Peers.AddRange(query.Peers.Select(landlord => landlord.Value));
        return request;
    }

    internal static ComparatorQuery FromWire(Wire.GetComparatorsRequest request) => new()
    {
        Measures = [.. request.Measures],
        Year = WireText.Read(request.Year, "year", ReportingYear.Parse),
        StockType = request.StockType.Length == 0
            ? PublishedStockType.Lcra
            : WireText.Read(request.StockType, "stock_type", StockTypes.ParsePublished),
        ZeroRule = WireEnums.Zeros(request.ZeroRule),
        LandlordType = WireText.Optional(request.LandlordType),
        SizeBand = WireText.Optional(request.SizeBand),
        Region = WireText.Optional(request.Region),
        Publisher = WireText.Optional(request.Publisher),
        Own = request.Own.Length == 0 ? null : WireText.Read(request.Own, "own", LandlordCode.Parse),
        Peers = [.. request.Peers.Select(code => WireText.Read(code, "peers", LandlordCode.Parse)).Distinct()],
    };

    internal static QueryFilter FromWire(Wire.Filter filter) => new(filter.Dimension, [.. filter.Values]);

    internal static Wire.Filter ToWire(QueryFilter filter)
    {
        var wire = new Wire.Filter { Dimension = filter.Dimension };
        wire.Values.AddRange(filter.Values);
        return wire;
    }
}
